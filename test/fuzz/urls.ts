import type * as EndpointModule from '../../nodes/ClovaOcr/clova/endpoint';
import type * as Download from '../../nodes/ClovaOcr/input/download';
import type * as DocumentModule from '../../nodes/ClovaOcr/input/document';
import type * as Operations from '../../nodes/ClovaOcr/operations/index';
import type { Random } from '../masking/random';
import { built } from '../support/built';
import { insist, insistClean, type Kind } from './kind';
import { oddText } from './odd';

const { invokeUrlFault, isLoopback, resolveEndpoint } =
	built<typeof EndpointModule>('clova/endpoint');
const { parseDocumentUrl } = built<typeof Download>('input/download');
const { readableFileName } = built<typeof DocumentModule>('input/document');
const { namesByPath } = built<typeof Operations>('operations/index');

const PATHS_OF_API = [...namesByPath.keys()];

export const urls: Kind = {
	name: 'urls',
	what: 'Addresses: where the secret goes, and what a file is called after one.',
	share: 22,
	run(random) {
		const text = anyUrl(random);
		insistEndpoint(text, random);
		const address = parseDocumentUrl(text);
		if (address !== null) {
			insist(/^https?:$/.test(new URL(address.url).protocol), 'no web address');
			insist(address.fileName !== '', 'a file without a name');
			insistClean(address, text);
		}
		insistClean(readableFileName(text), text);
	},
};

function insistEndpoint(text: string, random: Random): void {
	const path = random.pick(PATHS_OF_API);
	const endpoint = resolveEndpoint(text, path, namesByPath);
	if (!endpoint.ok) return insistClean(endpoint.problem, text);
	insist(invokeUrlFault(text) === null, 'resolved, though at fault');
	const [given, resolved] = [new URL(text.trim()), new URL(endpoint.url)];
	insist(resolved.host === given.host, 'the host changed');
	insist(resolved.protocol === 'https:' || isLoopback(resolved.hostname), 'not encrypted');
	insist(resolved.username + resolved.password + resolved.search + resolved.hash === '', 'more');
	insist(resolved.pathname.endsWith(path), 'another API');
	const again = resolveEndpoint(endpoint.url, path, namesByPath);
	insist(!again.ok || again.url === endpoint.url, 'resolved again, it is another');
}

const HOSTS = [
	'a1b2.apigw.ntruss.com',
	'clovaocr-api-kr.ncloud.com',
	'localhost',
	'127.0.0.1',
	'127.1',
	'0x7f.1',
	'[::1]',
	'[::ffff:127.0.0.1]',
	'2130706433',
	'localhost.evil.example',
	'evil.example',
	'예시.한국',
	'user:pass@host.example',
	'a..b',
	'',
];

const PATHS = ['general', 'infer', 'document', 'receipt', 'custom', 'external', 'v1', '123', 'key'];

function anyUrl(random: Random): string {
	const protocol = random.pick(['https', 'https', 'https', 'http', 'HTTPS', 'ftp', 'file', 'data']);
	const slashes = random.pick(['://', '://', '://', ':', ':/', ':\\\\']);
	const port = random.pick(['', '', '', ':8787', ':0', ':99999', ':']);
	const segment = () => {
		const kind = random.next();
		if (kind < 0.7) return random.pick(PATHS);
		if (kind < 0.85) return random.pick(['..', '.', '%2e%2e', '%2F', '%00', '%', '%zz', '', 'a b']);
		return random.chance(0.5) ? oddText(random) : encoded(oddText(random));
	};
	const realPath = `/custom/v1/123/${'ab'.repeat(20)}/${random.pick(['general', 'infer', 'x/y', ''])}`;
	const path = random.chance(0.3)
		? realPath
		: `/${Array.from({ length: random.int(0, 6) }, segment).join('/')}`;
	const end = random.pick(['', '', '', '/', '//', '?a=1', '#b', '?', ' ', '\n']);
	const url = `${protocol}${slashes}${random.pick(HOSTS)}${port}${path}${end}`;
	return random.chance(0.05) ? oddText(random) + url : url;
}

function encoded(text: string): string {
	return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
