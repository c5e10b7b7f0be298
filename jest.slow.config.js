const base = require('./jest.config.js');

// Tests that recognise pictures for real, tests that hold what we make against independent programs
// (poppler, qpdf, ghostscript, mupdf, Chromium), and those that measure how time grows.
module.exports = {
	...base,
	testMatch: ['<rootDir>/test/{growth,recognition,tools}/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 120_000,
};
