import { startSimulator, type Simulator } from '../simulator';
import { answerOf, blankImage } from '../support/generalAnswer';
import { readBinary } from '../support/n8n';
import { file, parametersFor, picture, runOcr } from '../support/ocrRun';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
});

beforeEach(() => simulator.control({ reset: true }));

afterAll(async () => await simulator.close());

const item = {
	json: { sender: 'mail', text: 'of the mail' },
	binary: { photo: file('photo.png', picture(5)) },
};

async function run(
	options: object,
	more: object = {},
	binaryMode: 'default' | 'filesystem' = 'default',
) {
	const parameters = parametersFor('extractText', {
		binaryPropertyName: 'photo',
		...more,
		options,
	} as never);
	return await runOcr(simulator, parameters, [item], { binaryMode });
}

it('puts out nothing of the input by default', async () => {
	const [made] = (await run({})).items('CLOVA OCR');
	expect(made.json.sender).toBeUndefined();
	expect(made.binary).toBeUndefined();
});

it('keeps the fields of the input item; a value of ours wins', async () => {
	const [made] = (await run({ keepSource: 'json' })).items('CLOVA OCR');
	expect(made.json).toMatchObject({ sender: 'mail', text: 'photo.png', fileName: 'photo.png' });
	expect(made.binary).toBeUndefined();
});

it.each(['default', 'filesystem'] as const)(
	'keeps the very file that was read, under its own field (%s)',
	async (binaryMode) => {
		const [made] = (await run({ keepSource: 'both' }, {}, binaryMode)).items('CLOVA OCR');
		expect(made.json.sender).toBe('mail');
		expect(Object.keys(made.binary ?? {})).toEqual(['photo']);
		expect(await readBinary(made.binary!.photo)).toEqual(picture(5));
	},
);

it('keeps a file that came as Base64', async () => {
	const more = {
		inputType: 'base64',
		base64: picture(6).toString('base64'),
		fileName: 'shot.png',
	};
	const [made] = (await run({ keepSource: 'binary' }, more)).items('CLOVA OCR');
	expect(made.binary?.data).toMatchObject({ fileName: 'shot.png', mimeType: 'image/png' });
});

it('gives items on Needs Review the file in any case, and only these', async () => {
	simulator.control({ faults: [{ fault: { kind: 'json', body: answerOf([blankImage(0)]) } }] });
	const doubtful = await run({ reviewOutput: true });
	expect(doubtful.items('CLOVA OCR', 1)[0].binary?.photo).toMatchObject({ fileName: 'photo.png' });
	const fine = await run({ reviewOutput: true });
	expect(fine.items('CLOVA OCR', 0)[0].binary).toBeUndefined();
});
