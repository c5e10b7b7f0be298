import { Sheet } from '../samples/drawing/sheet';
import { fs, path, repositoryRoot } from '../support/node';
import { linesJpeg, linesPng, withOrientation } from '../support/tinyPictures';
import { toTiff } from '../samples/files/tiff';
import { workThrough } from './files';
import { flipped } from './flips';
import type { Kind } from './kind';

const FIXTURES = path.join(repositoryRoot, 'test/fixtures/redaction');

let files: Buffer[] | undefined;

export const pictures: Kind = {
	name: 'pictures',
	what: 'JPEG, PNG and TIFF of every make, damaged: headers read, split, blacked out, made a PDF of.',
	share: 4,
	async run(random) {
		await workThrough(random, flipped(random, random.pick((files ??= makeFiles()))));
	},
};

function makeFiles(): Buffer[] {
	const jpeg = linesJpeg(['A 1'], 80, 60);
	const sheet = new Sheet(40, 30);
	return [
		...fs.readdirSync(FIXTURES).map((name) => fs.readFileSync(path.join(FIXTURES, name))),
		jpeg,
		...[2, 3, 6, 8].map((turned) => withOrientation(jpeg, turned)),
		linesPng(['A 1'], 80, 60),
		linesPng([], 33, 21),
		toTiff([sheet]),
		toTiff([sheet, sheet, sheet]),
	];
}
