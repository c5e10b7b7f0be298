/** End-to-end tests: real servers on few cores, so one file after the other and long limits. */
module.exports = {
	rootDir: '../..',
	roots: ['<rootDir>/test/e2e'],
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/e2e/server[^/]*/'],
	transform: { '\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json', isolatedModules: true }] },
	maxWorkers: 1,
	// A test that failed before it could stop its server must not hold up the others for ever.
	forceExit: true,
	testTimeout: 300_000,
};
