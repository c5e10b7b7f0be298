module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/test/e2e/'],
	transform: { '\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json' }] },
	// Generous, since a loaded machine must not look like a fault of the code.
	testTimeout: 30_000,
	maxWorkers: 2,
};
