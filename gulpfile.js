const { spawn } = require('node:child_process');
const { rm, writeFile } = require('node:fs/promises');
const { dest, series, src } = require('gulp');

/** Everything but code that is published. A file of any other kind or place cannot slip in. */
const assets = ['icons/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'];

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

function compile() {
	return spawn(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.json'], {
		stdio: 'inherit',
	});
}

function copyAssets() {
	return src(assets, { base: '.', encoding: false }).pipe(dest('dist'));
}

/** pdf-lib goes into the file of our own PDF code, because the package may have no dependencies. */
async function bundlePdf() {
	const bundle = await import('./scripts/bundlePdf.mjs');
	await bundle.bundlePdf();
}

/** The parameters as they come out, instead of the hundred files that work them out (see the source). */
async function freezeProperties() {
	const file = require.resolve('./dist/nodes/ClovaOcr/properties/index.js');
	const { nodeProperties } = require(file);
	const json = JSON.stringify(nodeProperties, null, '\t');
	await writeFile(file, `"use strict";\nexports.nodeProperties = ${json};\n`);
}

exports.clean = clean;
exports.build = series(clean, compile, copyAssets, bundlePdf, freezeProperties);
