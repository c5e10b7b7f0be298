import { fs, nodeProcess, os, path, repositoryRoot } from '../../support/node';
import { sample } from '../../samples';
import { readSample } from '../support/reading';
import { startProcess } from '../support/processes';
import { withSession } from '../support/session';

const receipt = sample('receipt');
const guard = { N8N_SSRF_PROTECTION_ENABLED: 'true' };

test("n8n's guard against inner addresses stops credential test and call, and says why", async () => {
	await withSession({ env: guard }, async (session) => {
		const { api, simulator } = session;
		const data = {
			invokeUrl: simulator.url('/document/receipt'),
			secretKey: simulator.secret('/document/receipt'),
		};
		const record = await session.credential('/document/receipt');
		const verdict = await api.testCredential(record, data);
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(/restricted IP address/);
		const execution = await readSample(session, receipt);
		expect(execution.status).toBe('error');
		expect(execution.error.message).toContain(
			"This n8n's network rules block the address of the credential",
		);
		expect(simulator.stats.calls).toEqual([]);
	});
});

test('an address that the guard allows is reached', async () => {
	const allowed = { ...guard, N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.0/8' };
	await withSession({ env: allowed }, async (session) => {
		const execution = await readSample(session, receipt);
		expect(execution.status).toBe('success');
	});
});

test('the tests themselves see a process that would talk to the outside', async () => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clova-ocr-guard-'));
	const outboundLog = path.join(folder, 'outbound.log');
	const script = `fetch('https://example.com').catch(() => require('net').connect(80, '192.0.2.1').on('error', () => {}))`;
	const program = startProcess(nodeProcess.execPath, ['-e', script], {
		logFile: path.join(folder, 'process.log'),
		env: {
			NODE_OPTIONS: `--require ${path.join(repositoryRoot, 'test/e2e/support/guard.cjs')}`,
			OUTBOUND_LOG: outboundLog,
		},
	});
	expect(await program.ended).toBe(0);
	expect(fs.readFileSync(outboundLog, 'utf8')).toBe('lookup example.com\nconnect 192.0.2.1\n');
	fs.rmSync(folder, { recursive: true });
});
