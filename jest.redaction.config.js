const slow = require('./jest.slow.config.js');

// The masked copies of hundreds of generated pages, read again: minutes, so it has its own command.
module.exports = {
	...slow,
	testMatch: ['<rootDir>/test/redaction/**/*.test.ts'],
};
