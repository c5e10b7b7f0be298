const base = require('./jest.config.js');

// Tests that recognise pictures for real, and tests that hold what we make against independent
// programs (poppler, qpdf, ghostscript, mupdf, Chromium).
module.exports = {
	...base,
	testMatch: ['<rootDir>/test/{recognition,tools}/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 120_000,
};
