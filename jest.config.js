module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	// These have configurations of their own: they are slow or need other programs.
	testPathIgnorePatterns: [
		'/node_modules/',
		'<rootDir>/dist/',
		'<rootDir>/test/e2e/',
		'<rootDir>/test/growth/',
		'<rootDir>/test/recognition/',
		'<rootDir>/test/redaction/',
		'<rootDir>/test/tools/',
	],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/test/e2e/'],
	transform: { '\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json' }] },
	// Generous, since a loaded machine must not look like a fault of the code.
	testTimeout: 30_000,
	maxWorkers: 2,
};
