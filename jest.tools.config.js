const base = require('./jest.config.js');

// Tests that look at what we make with independent programs: poppler, qpdf, ghostscript, mupdf, Chromium.
module.exports = {
	...base,
	testMatch: ['<rootDir>/test/tools/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 120_000,
};
