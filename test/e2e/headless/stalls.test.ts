import { openSession, type Session } from '../support/session';
import { expectToEnd, stalls } from '../support/stalls';

let session: Session;

beforeAll(async () => {
	session = await openSession();
});

afterAll(async () => await session.close());

test.each(stalls)('a server that %s holds nothing up', async (_, fault, message) => {
	await expectToEnd(session, fault, message);
});
