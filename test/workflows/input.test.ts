import type { INodeParameters } from 'n8n-workflow';

import { startSimulator, type Simulator } from '../simulator';
import { http, type AddressInfo } from '../support/node';
import { file, fileItem, jsonOf, parametersFor, picture, runOcr } from '../support/ocrRun';
import { textPdf } from '../support/tinyPictures';

const EXTRACT = parametersFor('extractText');
const CALENDAR = Buffer.from('BEGIN:VCALENDAR\r\n');
const RECEIPT = parametersFor('readReceipt');

let simulator: Simulator;
let files: http.Server;
let fileServer: string;
/** Paths that were asked for, in order. */
let fetched: string[] = [];

beforeAll(async () => {
	simulator = await startSimulator({ recognizer: 'none' });
	files = http.createServer((request, response) => {
		const path = request.url ?? '';
		fetched.push(path);
		if (path.startsWith('/missing')) return void response.writeHead(404).end('SECRET PAGE TEXT');
		if (path.startsWith('/html')) return void response.end('<html>SECRET PAGE TEXT</html>');
		if (path.startsWith('/endless')) {
			response.writeHead(200);
			response.write(picture());
			const more = () => {
				while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024)));
			};
			response.on('drain', more);
			return more();
		}
		const pages = /^\/pages-(\d+)\.pdf/.exec(path)?.[1];
		if (pages !== undefined)
			return void textPdf(Number(pages)).then((bytes) => response.end(bytes));
		if (path.startsWith('/moved'))
			return void response.writeHead(302, { location: '/a.png' }).end();
		return void response.end(picture());
	});
	await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
	fileServer = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
});

beforeEach(() => {
	simulator.control({ reset: true });
	fetched = [];
});

afterAll(async () => {
	files.closeAllConnections();
	files.close();
	await simulator.close();
});

const texts = (json: Array<Record<string, unknown>>) =>
	json.map(({ text, error }) => text ?? error);

describe.each(['default', 'filesystem'] as const)(
	'files of an item, kept in %s mode',
	(binaryMode) => {
		describe.each(['separate', 'combined'] as const)('%s', (mode) => {
			const settings = { binaryMode: mode };
			const three = {
				binary: {
					data: file('first.png', picture(1)),
					second: file('second.png', picture(2)),
					invite: { data: CALENDAR, fileName: 'invite.ics', mimeType: 'text/calendar' },
				},
			};
			const run = async (
				binaryPropertyName: INodeParameters[string],
				onError?: 'continueRegularOutput',
			) =>
				await runOcr(simulator, { ...EXTRACT, binaryPropertyName }, [three], {
					binaryMode,
					settings,
					onError,
				});

			it('one name', async () => {
				expect(texts(jsonOf(await run('second')))).toEqual(['second.png']);
			});

			it('several names, in their order', async () => {
				expect(texts(jsonOf(await run('second, data')))).toEqual(['second.png', 'first.png']);
			});

			it('a star takes every file and skips what cannot be read, with a hint', async () => {
				const result = await run('*');
				expect(texts(jsonOf(result))).toEqual(['first.png', 'second.png']);
				expect(result.hints.map(({ message }) => message).join()).toContain('invite.ics');
			});

			it('a name refuses what cannot be read', async () => {
				expect((await run('invite')).error?.message).toMatch(
					/cannot read 'invite\.ics': it is of another kind/,
				);
			});

			it('a missing name is answered with the names there are', async () => {
				const { error } = await run('dta');
				expect(error?.message).toMatch(/no file in the field 'dta'/);
				expect(error?.description).toMatch(/data, second, invite/);
			});

			it('one bad file of an item leaves its others alone', async () => {
				const json = jsonOf(await run('data,invite,second', 'continueRegularOutput'));
				expect(texts(json)).toEqual(
					expect.arrayContaining([
						'first.png',
						'second.png',
						expect.stringMatching(/another kind/),
					]),
				);
			});

			const own = ['={{ $input.item.binary.second }}', "={{ $('Source').item.binary.second }}"];
			// The combined mode moves stored files into the item's json; files in memory stay out of its reach.
			const expressions = {
				separate: own,
				combined: binaryMode === 'default' ? [] : ['={{ $json._files.second }}'],
			};
			it.each(['={{ "second" }}', ...expressions[mode]])(
				'the expression %s gives the file itself',
				async (expression) => {
					expect(texts(jsonOf(await run(expression)))).toEqual(['second.png']);
				},
			);

			it('an expression on $binary works although n8n leaves the content out', async () => {
				if (mode === 'combined' && binaryMode === 'filesystem') return;
				expect(texts(jsonOf(await run('={{ $binary.second }}')))).toEqual(['second.png']);
			});
		});
	},
);

describe('a star', () => {
	const only = { binary: { a: { data: CALENDAR, fileName: 'a.ics', mimeType: 'text/calendar' } } };
	const pixel = { binary: { logo: file('logo.png', picture(1, 20)) } };
	const parameters = { ...EXTRACT, binaryPropertyName: '*' };

	it.each([undefined, 'continueRegularOutput'] as const)(
		'passes over items of nothing but other kinds, decoration or no file at all (%s)',
		async (onError) => {
			const items = [only, pixel, {}, fileItem('b.png'), {}];
			const result = await runOcr(simulator, parameters, items, { onError });
			expect(texts(jsonOf(result))).toEqual(['b.png']);
			const hints = result.hints.map(({ message }) => message).join('\n');
			expect(hints).toMatch(/without a file.*: 2$/m);
			expect(hints).toMatch(/cannot read.*a\.ics/);
			expect(hints).toMatch(/under 100 pixels.*logo\.png/);
			expect(simulator.stats.calls).toHaveLength(1);
		},
	);

	it('takes a picture for a document from 100 pixels a side', async () => {
		const small = { binary: { small: file('99.png', picture(1, 99)) } };
		const result = await runOcr(simulator, parameters, [
			small,
			{ binary: { small: file('100.png', picture(2, 100)) } },
		]);
		expect(texts(jsonOf(result))).toEqual(['100.png']);
	});

	it('gives nothing but hints where everything was passed over', async () => {
		const result = await runOcr(simulator, parameters, [only, pixel, {}]);
		expect(result.error).toBeUndefined();
		expect(jsonOf(result)).toEqual([]);
		expect(result.hints).toHaveLength(3);
		expect(simulator.stats.calls).toHaveLength(0);
	});
});

describe("the default name 'data'", () => {
	const named = (...names: string[]) => ({
		binary: Object.fromEntries(names.map((name) => [name, file(`${name}.png`)])),
	});

	it.each(['separate', 'combined'] as const)(
		'stands for the only file of an item (%s)',
		async (mode) => {
			const result = await runOcr(simulator, EXTRACT, [named('_______0')], {
				settings: { binaryMode: mode },
			});
			expect(texts(jsonOf(result))).toEqual(['_______0.png']);
		},
	);

	it('is not guessed around where there are several, and their names are said', async () => {
		const { error } = await runOcr(simulator, EXTRACT, [named('front', 'back')]);
		expect(error?.description).toMatch(/front, back.*\*/);
	});

	it('alone stands for it: a name that was typed is never guessed around', async () => {
		const parameters = { ...EXTRACT, binaryPropertyName: 'scan' };
		const { error } = await runOcr(simulator, parameters, [named('_______0')]);
		expect(error?.message).toMatch(/no file in the field 'scan'/);
	});
});

describe('files of a Code node', () => {
	it('reads base64 that is broken into lines', async () => {
		const lines = picture(7).toString('base64').replace(/.{76}/g, '$&\r\n');
		const parameters = {
			...EXTRACT,
			binaryPropertyName:
				'={{ { mimeType: "image/png", fileName: "lines.png", data: $json.lines } }}',
			options: { timeout: 5000 },
		};
		const result = await runOcr(simulator, parameters, [{ json: { lines } }]);
		expect(jsonOf(result).map(({ text }) => text)).toEqual(['lines.png']);
	});

	it('sends a field that is named twice once', async () => {
		const parameters = { ...EXTRACT, binaryPropertyName: 'data, data' };
		const result = await runOcr(simulator, parameters, [fileItem('a.png')]);
		expect(jsonOf(result)).toHaveLength(1);
		expect(simulator.stats.calls).toHaveLength(1);
	});
});

describe('base64', () => {
	const base64 = picture(3).toString('base64');
	it.each([
		['bare', base64],
		['with a data prefix', `data:image/png;base64,${base64}`],
		['with line feeds', base64.replace(/(.{76})/g, '$1\r\n')],
	])('%s', async (_, text) => {
		const result = await runOcr(
			simulator,
			{ ...EXTRACT, inputType: 'base64', base64: text, fileName: 'shot.png' },
			[{}],
		);
		expect(jsonOf(result)[0]).toMatchObject({ text: 'shot.png', fileName: 'shot.png' });
		expect(simulator.stats.calls[0].file?.size).toBe(picture(3).length);
	});

	it('explains text that is no Base64', async () => {
		const result = await runOcr(
			simulator,
			{ ...EXTRACT, inputType: 'base64', base64: 'scan.png' },
			[{}],
		);
		expect(result.error?.message).toMatch(/something else than Base64/);
	});
});

describe('url', () => {
	const withUrl = (url: string, parameters = EXTRACT) => ({ ...parameters, inputType: 'url', url });

	it('General passes it on, without fetching it where the name tells the format', async () => {
		const result = await runOcr(simulator, withUrl(`${fileServer}/a.png?token=1`), [{}]);
		expect(result.error).toBeUndefined();
		expect(simulator.stats.calls[0].message).toMatchObject({
			images: [{ format: 'png', url: `${fileServer}/a.png?token=1` }],
		});
		expect(simulator.stats.calls[0].headers['content-type']).toMatch(/json/);
		expect(fetched).toEqual(['/a.png?token=1']);
	});

	it('General reads the first bytes where the name does not tell', async () => {
		await runOcr(simulator, withUrl(`${fileServer}/download?id=7`), [{}]);
		expect(simulator.stats.calls[0].message).toMatchObject({
			images: [{ format: 'png', name: 'download' }],
		});
	});

	it.each([
		[9, []],
		[
			10,
			[
				"CLOVA OCR read 10 pages of 'pages-10.pdf', its most in one call. If the file has more, set the option 'Pages' to 1-, so that the node downloads and splits it.",
			],
		],
	])('of %d pages at an address a hint says whether some may be missing', async (pages, hints) => {
		const result = await runOcr(simulator, withUrl(`${fileServer}/pages-${pages}.pdf`), [{}]);
		expect(result.items('CLOVA OCR')).toHaveLength(pages);
		expect(result.hints.map(({ message }) => message)).toEqual(hints);
	});

	it('the other APIs get the file uploaded', async () => {
		await runOcr(simulator, withUrl(`${fileServer}/moved`, RECEIPT), [{}]);
		expect(fetched).toEqual(['/moved', '/a.png']);
		expect(simulator.stats.calls[0].file).toMatchObject({
			size: picture().length,
			contentType: 'image/png',
		});
	});

	it.each([
		['a page that is not there', '/missing', /HTTP 404/],
		['a web page', '/html', /web page/],
		['a download without end', '/endless', /larger than 50 MB/],
	])('refuses %s before the paid call, and repeats nothing of it', async (_, path, message) => {
		const result = await runOcr(simulator, withUrl(fileServer + path, RECEIPT), [{}]);
		expect(result.error?.message).toMatch(message);
		expect(JSON.stringify([result.error, result.runData, result.logs])).not.toContain(
			'SECRET PAGE TEXT',
		);
		expect(simulator.stats.calls).toHaveLength(0);
	});

	it.each([' ', 'receipt.png', 'file:///etc/passwd', 'ftp://x/y'])(
		'refuses %j as no web address',
		async (url) => {
			const result = await runOcr(simulator, withUrl(url), [{}]);
			expect(result.error?.message).toMatch(/not a web address/);
		},
	);

	it('tells an unreachable server apart', async () => {
		const result = await runOcr(simulator, withUrl('http://127.0.0.1:9/a.png', RECEIPT), [{}]);
		expect(result.error?.message).toMatch(/could not be reached/);
	});
});

describe('options that another operation left behind', () => {
	const left = {
		engineVersion: 'V1',
		languages: ['ja'],
		templateIds: 'no numbers',
		expectedTotal: 'no number',
		layout: 'columns',
		tableFormats: ['csv'],
	};

	it.each(['readCreditCard', 'readPassport', 'readBusinessCard'])(
		'neither reach the wire nor refuse anything under %s',
		async (operation) => {
			const parameters = parametersFor(operation, { options: left });
			const result = await runOcr(simulator, parameters, [fileItem('a.png')]);
			expect(result.error).toBeUndefined();
			const [{ message }] = simulator.stats.calls;
			expect(message).toMatchObject({ version: 'V2' });
			expect(message).not.toHaveProperty('lang');
			expect(JSON.stringify(message)).not.toContain('templateIds');
		},
	);

	it('leave the options of the chosen operation as they are', async () => {
		const parameters = parametersFor('extractText', { options: left });
		const result = await runOcr(simulator, parameters, [fileItem('a.png')]);
		expect(result.error).toBeUndefined();
		const [{ message }] = simulator.stats.calls;
		expect(message).toMatchObject({ version: 'V1', lang: 'ja' });
		expect(JSON.stringify(message)).not.toContain('templateIds');
	});
});

describe('options reach the wire', () => {
	it.each([
		['languages', { languages: ['ko', 'ja'] }, { lang: 'ko,ja', version: 'V2' }],
		['the older engine', { engineVersion: 'V1' }, { version: 'V1' }],
	])('%s', async (_, options, message) => {
		await runOcr(simulator, { ...EXTRACT, options }, [fileItem('a.png')]);
		expect(simulator.stats.calls[0].message).toMatchObject(message);
	});

	it('template numbers', async () => {
		simulator.control({
			faults: [
				{ fault: { kind: 'json', body: { images: [{ inferResult: 'FAILURE', message: 'x' }] } } },
			],
		});
		const parameters = parametersFor('extractFields', { options: { templateIds: '12, 13' } });
		await runOcr(simulator, parameters, [fileItem('a.png')]);
		expect(simulator.stats.calls[0].message).toMatchObject({ images: [{ templateIds: [12, 13] }] });
	});

	it('template numbers that are none are refused, since the call would compare with all templates', async () => {
		const parameters = parametersFor('extractFields', { options: { templateIds: '12, abc' } });
		const result = await runOcr(simulator, parameters, [fileItem('a.png')]);
		expect(result.error?.message).toMatch(/Template IDs/);
		expect(simulator.stats.calls).toHaveLength(0);
	});

	it('table detection for tables only', async () => {
		await runOcr(simulator, parametersFor('extractTables'), [fileItem('a.png')]);
		await runOcr(simulator, EXTRACT, [fileItem('a.png')]);
		expect(simulator.stats.calls[0].message).toMatchObject({ enableTableDetection: true });
		expect(simulator.stats.calls[1].message).not.toHaveProperty('enableTableDetection');
	});
});
