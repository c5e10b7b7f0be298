import { generateKeyPairSync, https, sign, type AddressInfo } from '../support/node';

export interface TlsServer {
	url: string;
	/** Requests that got past the certificate. */
	requests(): number;
	close(): void;
}

/**
 * A server on loopback whose certificate nobody has signed but itself.
 * @param expired whether it has run out as well
 */
export async function startTlsServer(expired: boolean): Promise<TlsServer> {
	const { cert, key } = selfSigned(expired ? [2020, 2021] : [2020, 2120]);
	let requests = 0;
	const server = https.createServer({ cert, key }, (_, response) => {
		requests += 1;
		response.end('{}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `https://localhost:${(server.address() as AddressInfo).port}`,
		requests: () => requests,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}

const ECDSA_WITH_SHA256 = Buffer.from('2a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('550403', 'hex');
const [INTEGER, BIT_STRING, OID, UTF8, UTC_TIME, GENERAL_TIME] = [2, 3, 6, 12, 23, 24];
const [SEQUENCE, SET, VERSION] = [0x30, 0x31, 0xa0];

/** A certificate for localhost (X.509, RFC 5280), made anew each time: no key lies in the repository. */
function selfSigned([from, to]: [number, number]): { cert: string; key: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
	const algorithm = der(SEQUENCE, der(OID, ECDSA_WITH_SHA256));
	const name = der(
		SEQUENCE,
		der(SET, der(SEQUENCE, der(OID, COMMON_NAME), der(UTF8, Buffer.from('localhost')))),
	);
	const body = der(
		SEQUENCE,
		der(VERSION, der(INTEGER, Buffer.of(2))),
		der(INTEGER, Buffer.of(1)),
		algorithm,
		name,
		der(SEQUENCE, time(from), time(to)),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
	);
	const signature = sign('sha256', body, privateKey);
	const whole = der(SEQUENCE, body, algorithm, der(BIT_STRING, Buffer.of(0), signature));
	return {
		cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`,
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
	};
}

/** The first second of a year; from 2050 on in the long form. */
function time(year: number): Buffer {
	return year < 2050
		? der(UTC_TIME, Buffer.from(`${String(year).slice(2)}0101000000Z`))
		: der(GENERAL_TIME, Buffer.from(`${year}0101000000Z`));
}

/** One element of DER: tag, length, content. */
function der(tag: number, ...contents: Buffer[]): Buffer {
	const content = Buffer.concat(contents);
	const { length } = content;
	const size = length < 128 ? [length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.of(tag, ...size), content]);
}
