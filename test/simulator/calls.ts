import { readPages, unreadable } from './answer/pages';
import { envelope } from './answer/image';
import { performFault, spoilAnswer } from './faultAnswers';
import { type Fault, mayBeBilled, needsRecognition } from './faults';
import { checkAccess, ConnectionEnded, type Intake, takeIn, type Visit } from './intake';
import type { Route } from './routing';
import { sendEncoded, sendGzip, sendReply, sendText, sendTruncated } from './sending';
import { drain } from './wire/body';
import {
	BadBody,
	gatewayError,
	rateLimitError,
	Refusal,
	type Reply,
	serviceError,
} from './wire/errors';

/** Answers one call, whatever becomes of it. Never throws. */
export async function handleCall(visit: Visit, route: Route): Promise<void> {
	try {
		await answer(visit, route);
	} catch (error) {
		if (error instanceof Refusal) refuse(visit, error.reply);
		else if (error instanceof BadBody) refuse(visit, badBody(visit, error));
		else if (error instanceof ConnectionEnded) noteReason(visit, error.message);
		else if (!visit.response.destroyed && !visit.request.destroyed) fail(visit, error);
	}
}

async function answer(visit: Visit, route: Route): Promise<void> {
	const { service, request, call } = visit;
	if (route.kind !== 'api' || request.method !== 'POST') {
		await drain(request, { onBytes: (count) => (call.bytesReceived += count) });
		throw new Refusal(gatewayError('404/300'));
	}
	call.path = route.api;
	const expected = service.domains.match(route.domainId, route.key);
	call.domain = expected?.id ?? null;
	const domain = await checkAccess(visit, expected, route.api);
	const intake = await takeIn(visit, domain, route.api);
	try {
		await withSlot(visit, intake, async () => await work(visit, intake));
	} finally {
		await intake.pages?.close();
	}
}

/** Holds one of the domain's slots while the work is done, and as much longer as was set. */
async function withSlot(visit: Visit, intake: Intake, work: () => Promise<void>): Promise<void> {
	const { service, calledPath } = visit;
	if (!service.domains.take(intake.domain)) {
		intake.claim?.release();
		throw new Refusal(rateLimitError(calledPath, intake.domain.concurrency));
	}
	service.stats.takeSlot();
	try {
		await work();
	} finally {
		const free = () => {
			service.domains.free(intake.domain);
			service.stats.freeSlot();
		};
		if (service.pace.slotsFreeLateBy === 0) free();
		else void service.pace.wait(service.pace.slotsFreeLateBy).then(free, free);
	}
}

async function work(visit: Visit, intake: Intake): Promise<void> {
	const { service, response, call } = visit;
	const fault = intake.claim?.fault ?? null;
	if (fault !== null) noteReason(visit, faultReason(fault));
	if (mayBeBilled(fault)) service.stats.bill(call, intake.pages?.pages.length ?? 1);
	if (!turnsAway(fault)) await service.pace.beforeAnswer(call.number);
	if (fault?.kind === 'slow') await service.pace.wait(fault.milliseconds);
	if (fault !== null && !needsRecognition(fault)) {
		if (!turnsAway(fault)) service.stats.accepted += 1;
		const { concurrency } = intake.domain;
		await performFault(fault, { ...visit, concurrency });
		if (response.headersSent) call.status = response.statusCode;
		return;
	}
	service.stats.accepted += 1;
	await recognizeAndSend(visit, intake, fault);
}

async function recognizeAndSend(visit: Visit, intake: Intake, fault: Fault | null): Promise<void> {
	const { service, response, call } = visit;
	const { api, domain, message, pages } = intake;
	if (api === '/infer') checkTemplates(visit, intake);
	const reading = { api, domain, request: message, format: message.format };
	const images =
		pages === null ? unreadable(message.name) : await readPages(reading, pages, service.readers);
	const whole = envelope(message, images);
	const text = JSON.stringify(fault === null ? whole : spoilAnswer(fault, whole));
	if (fault === null) call.outcome = 'answered';
	call.status = 200;
	if (fault?.kind === 'truncated') await sendTruncated(response, text);
	else if (fault?.kind === 'gzip') sendGzip(response, text);
	else if (fault?.kind === 'encoding') sendEncoded(response, text, fault);
	else sendText(response, 200, text);
}

/** Without a released template among those asked for there is nothing to compare with. */
function checkTemplates({ calledPath }: Visit, { domain, message }: Intake): void {
	const deployed = domain.templates?.ids ?? [];
	const { templateIds } = message;
	const some =
		templateIds.length === 0 ? deployed : deployed.filter((id) => templateIds.includes(id));
	if (some.length === 0) throw new Refusal(serviceError('1021', calledPath));
}

/** Faults by which a call is turned away before any work, so at once. */
function turnsAway(fault: Fault | null): boolean {
	return fault !== null && ['bare', 'service', 'gateway', 'redirect'].includes(fault.kind);
}

function noteReason({ service, call }: Visit, reason: string): void {
	call.outcome = 'fault';
	call.reason = reason;
	service.stats.count(call.reason);
	service.log(`call ${call.number}: fault ${call.reason}`);
}

function faultReason(fault: Fault): string {
	if (fault.kind === 'service') return fault.code;
	return fault.kind === 'gateway' ? `gateway ${fault.code}` : fault.kind;
}

function badBody({ calledPath }: Visit, { message, prefix }: BadBody): Reply {
	return serviceError('0011', calledPath, `${prefix}${message}`);
}

function refuse({ service, request, response, call }: Visit, reply: Reply): void {
	call.outcome = 'refused';
	call.reason = reply.reason;
	call.status = reply.status;
	service.stats.count(reply.reason);
	service.log(`call ${call.number}: refused ${reply.reason} ${detail(reply)}`);
	sendReply(response, reply, request.headers.accept);
}

/** The refusal's text; the rest of the body (the path holds the key) stays out of the log. */
function detail({ body }: Reply): string {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return '';
	const { message, error } = body;
	if (typeof message === 'string') return message;
	return JSON.stringify(error ?? '');
}

/** A fault of the simulator itself shows as the service's own failure, and in the log. */
function fail(visit: Visit, error: unknown): void {
	const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
	visit.service.log(`call ${visit.call.number}: the simulator failed: ${text}`);
	if (!visit.response.headersSent) refuse(visit, serviceError('0500', visit.calledPath));
}
