import { lastOfVersion1, lastOnNode20 } from '../support/install';
import { openSession, type Session } from '../support/session';
import { expectToEnd, stalls } from '../support/stalls';

describe.each([lastOnNode20, lastOfVersion1])('on n8n $version', (installation) => {
	let session: Session;

	beforeAll(async () => {
		session = await openSession({ installation });
	});

	afterAll(async () => {
		await session.close();
	});

	test.each(stalls)('a server that %s holds nothing up', async (_, fault, message) => {
		await expectToEnd(session, fault, message);
	});
});
