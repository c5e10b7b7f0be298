import { fs, path } from '../../support/node';
import { sample } from '../../samples';
import { readSample, values } from '../support/reading';
import { withSession } from '../support/session';

const receipt = sample('receipt');

/** The check that the test of every operation makes. */
async function check(tamper: (packageFolder: string) => void): Promise<void> {
	await withSession({ tamper }, async (session) => {
		const execution = await readSample(session, receipt);
		expect(execution.status).toBe('success');
		expect(values(execution)).toMatchObject(receipt.expected);
	});
}

/** Changes every compiled file of the package in which the text stands; throws when none has it. */
function replaceInPackage(packageFolder: string, before: RegExp, after: string): void {
	const folder = path.join(packageFolder, 'dist', 'nodes');
	const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const hits = files.filter((name) => {
		if (!name.endsWith('.js')) return false;
		const file = path.join(folder, name);
		const text = fs.readFileSync(file, 'utf8');
		if (!before.test(text)) return false;
		fs.writeFileSync(file, text.replaceAll(new RegExp(before, 'g'), after));
		return true;
	});
	if (hits.length === 0) throw new Error(`Nothing in the package matches ${before.source}`);
}

test('a package that loses money would be seen', async () => {
	await expect(
		check((folder) => replaceInPackage(folder, /(?<=['"])totalPrice(?=['".])/, 'totalPrize')),
	).rejects.toThrow(/total/);
});

test('a package that does not load would be seen', async () => {
	await expect(
		check((folder) => replaceInPackage(folder, /class ClovaOcr /, 'class Other ')),
	).rejects.toThrow();
});
