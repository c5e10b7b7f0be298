import { build } from 'esbuild';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'nodes/ClovaOcr/pdf');

/** Compiled files of the folder that others import directly: they know nothing of pdf-lib. */
const IMPORTED_FROM_OUTSIDE = new Set(['pageRange.js']);

/** Where the licences of what esbuild packs in stand. */
const BUNDLED = [
	{ name: 'pdf-lib', licence: 'node_modules/pdf-lib/LICENSE.md' },
	{ name: 'pako', licence: 'node_modules/pako/LICENSE' },
	// Its translation of zlib keeps zlib's own licence, which stands at the head of each file.
	{ name: 'pako', licence: 'node_modules/pako/lib/zlib/deflate.js' },
	{ name: 'tslib', licence: 'node_modules/pdf-lib/node_modules/tslib/LICENSE.txt' },
	{ name: '@noble/ciphers', licence: 'node_modules/@noble/ciphers/LICENSE' },
	{ name: '@noble/hashes', licence: 'node_modules/@noble/hashes/LICENSE' },
];

/**
 * pdf-lib's modules do nothing on import but define themselves, which its package.json forgets to
 * say: told so, esbuild leaves out those that nobody uses (forms, drawing, PNG, standard fonts).
 */
const leaveOutUnused = {
	name: 'leave-out-unused',
	setup(bundler) {
		bundler.onResolve({ filter: /^(pdf-lib$|\.)/ }, async ({ path, pluginData, ...where }) => {
			const inside = path === 'pdf-lib' || /[\\/]pdf-lib[\\/]es[\\/]/.test(where.importer);
			if (pluginData === 'resolving' || !inside) return undefined;
			const { kind, importer, resolveDir } = where;
			const found = await bundler.resolve(path, {
				kind,
				importer,
				resolveDir,
				pluginData: 'resolving',
			});
			return { ...found, sideEffects: false };
		});
	},
};

/** Metrics of the 14 standard fonts, reached only by pdf-lib's text drawing, which is not used. */
const withoutStandardFonts = {
	name: 'without-standard-fonts',
	setup(bundler) {
		bundler.onResolve({ filter: /^@pdf-lib\/standard-fonts$/ }, ({ path }) => ({
			path,
			namespace: 'stub',
		}));
		bundler.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({
			contents: 'export const Encodings = {}, Font = {}, FontNames = {};',
		}));
	},
};

/**
 * pdf-lib keeps every name and reference of every file for good, unless its pools are exchanged. Of
 * names there is one each while it is in use; a reference is only compared with those of its own
 * document, where the parser makes each once.
 */
const forgetful = {
	name: 'forgetful',
	setup(bundler) {
		const pools = {
			PDFName: `import { WeakPool } from ${JSON.stringify(join(source, 'file/weakPool.ts'))}; var pool = new WeakPool();`,
			PDFRef: 'var pool = { get: function () {}, set: function () {} };',
		};
		const filter = /pdf-lib[\\/]es[\\/]core[\\/]objects[\\/]PDF(Name|Ref)\.js$/;
		bundler.onLoad({ filter }, async ({ path }) => {
			const code = await readFile(path, 'utf8');
			const pool = 'var pool = new Map();';
			if (!code.includes(pool)) throw new Error(`${path} has no pool any more`);
			return { contents: code.replace(pool, pools[basename(path, '.js')]) };
		});
	},
};

/**
 * Packs everything that needs pdf-lib into dist/nodes/ClovaOcr/pdf/pdf.js, which n8n loads on first
 * use, removes what tsc left of it, and writes the notices of what was packed in. Runs after tsc.
 */
export async function bundlePdf() {
	await bundleRedaction();
	const target = join(root, 'dist/nodes/ClovaOcr/pdf');
	const { metafile } = await build({
		absWorkingDir: root,
		entryPoints: [join(source, 'pdf.ts')],
		outfile: join(target, 'pdf.js'),
		allowOverwrite: true,
		bundle: true,
		format: 'cjs',
		platform: 'neutral',
		mainFields: ['module', 'main'],
		target: 'es2022',
		external: ['n8n-workflow'],
		// n8n's scan does not allow `global`, which tslib asks for.
		define: { global: 'undefined' },
		drop: ['console'],
		legalComments: 'inline',
		plugins: [leaveOutUnused, withoutStandardFonts, forgetful],
		metafile: true,
		logLevel: 'warning',
	});
	for (const file of await readdir(target)) {
		if (file === 'pdf.js' || IMPORTED_FROM_OUTSIDE.has(file)) continue;
		await rm(join(target, file), { recursive: true });
	}
	await writeFile(join(root, 'dist/THIRD_PARTY_NOTICES'), await notices(metafile));
}

/**
 * Packs the redaction of pictures, which needs no library, into one file too: it shares small parts
 * with the PDF part, and that one it loads only for PDFs.
 */
async function bundleRedaction() {
	const target = join(root, 'dist/nodes/ClovaOcr/redaction');
	const { metafile } = await build({
		absWorkingDir: root,
		entryPoints: [join(root, 'nodes/ClovaOcr/redaction/redaction.ts')],
		outfile: join(target, 'redaction.js'),
		allowOverwrite: true,
		bundle: true,
		format: 'cjs',
		platform: 'neutral',
		target: 'es2022',
		external: ['n8n-workflow'],
		plugins: [pdfStaysOutside],
		metafile: true,
		logLevel: 'warning',
	});
	const library = Object.keys(metafile.inputs).find((input) => input.includes('node_modules'));
	if (library) throw new Error(`Redaction must do without libraries, but has ${library}`);
	for (const file of await readdir(target)) {
		if (file !== 'redaction.js') await rm(join(target, file), { recursive: true });
	}
}

const pdfStaysOutside = {
	name: 'pdf-stays-outside',
	setup(bundler) {
		bundler.onResolve({ filter: /\/pdf\/pdf$/ }, () => ({ path: '../pdf/pdf', external: true }));
	},
};

async function notices(metafile) {
	const known = new Set(BUNDLED.map(({ name }) => name));
	for (const input of Object.values(metafile.outputs).flatMap(usedInputs)) {
		const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
		if (name && !known.has(name)) throw new Error(`No licence is named for the bundled ${name}`);
	}
	const texts = await Promise.all(
		BUNDLED.map(async ({ name, licence }) => {
			const text = await readFile(join(root, licence), 'utf8');
			const words = licence.endsWith('.js') ? leadingComment(text) : text.trim();
			return `${name}\n${'='.repeat(name.length)}\n\n${words}\n`;
		}),
	);
	const head = 'dist/nodes/ClovaOcr/pdf/pdf.js contains parts of the following packages.\n';
	return [head, ...texts].join('\n');
}

function leadingComment(code) {
	const lines = /(?:^\/\/.*\n)+/m.exec(code);
	if (!lines) throw new Error('The licence at the head of the file is gone');
	return lines[0].replace(/^\/\/ ?/gm, '').trim();
}

function usedInputs({ inputs }) {
	return Object.entries(inputs)
		.filter(([, { bytesInOutput }]) => bytesInOutput > 0)
		.map(([path]) => path);
}
