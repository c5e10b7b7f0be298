import { resolve } from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

/**
 * n8n's scan of community packages without its downloads: `node scripts/scan.mjs source .` lints what
 * the provenance points at, `node scripts/scan.mjs tarball <unpacked package>` what npm serves. The
 * official command leaves with 0 whatever it found; this one leaves with 1.
 */
const PATTERNS = { source: SOURCE_FILE_PATTERNS, tarball: ['**/*.js', 'package.json'] };

const [leg, directory] = process.argv.slice(2);
if (!(leg in PATTERNS) || !directory) throw new Error('Usage: scan.mjs source|tarball <directory>');

const result = await analyzePackage(resolve(directory), PATTERNS[leg]);
if (result.passed && result.message) throw new Error(result.message);
if (!result.passed) console.error(result.message, result.details ?? '');
process.exit(result.passed ? 0 : 1);
