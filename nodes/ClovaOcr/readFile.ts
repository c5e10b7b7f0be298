import type { AnswerImage } from './clova/answer';
import { call, type CallClock } from './clova/call';
import { imageProblem } from './clova/problems/answer';
import { pagesOfAnswer } from './clova/pages';
import type { Lane } from './clova/pace/lane';
import type { Problem } from './problem';
import { requestBody, type MessageSettings, type Picture } from './clova/request';
import type { send } from './clova/send';
import type { GivenPages, Part, Plan } from './input/parts';
import type { ItemSettings } from './input/settings';
import type { Operation } from './operations/types';
import type { PageAnswer } from './reading/page';

/** Sends one request; bound to the credential, the endpoint and the execution. */
export type Sender = (
	makeBody: Parameters<typeof send>[1],
	timeout: number,
) => ReturnType<typeof send>;

/** What the calls of one execution share. */
export interface Caller {
	lane: Lane;
	clock: CallClock;
	send: Sender;
	/** Told of every failure before the pool starts another call. */
	noteFailure(): void;
}

/** Everything that CLOVA said about one file. */
export interface FileAnswer {
	/** In page order; a page that CLOVA left out has no image. */
	pages: PageAnswer[];
	/** Whether the answer was there already, so that nothing was sent. */
	given: boolean;
	/** Pages whose text was read out of the file, without a call. */
	fromFile: ReadonlySet<number>;
	/** Parts and pages that gave no answer. */
	failed: Array<{ pages: number[] | null; problem: Problem }>;
	/** Whether the execution ended before every part was called. */
	skipped: boolean;
	pageCount: number;
	requestIds: Map<number, string>;
	/** Requests sent, refused ones not counted, by the first page that came out of them. */
	calls: Map<number, number>;
}

/**
 * Sends the parts of a file through the pool and puts their pages back in order.
 * @param order place of the file's first call among all calls of the execution
 */
export async function readFile(
	plan: Plan,
	operation: Operation,
	settings: ItemSettings,
	caller: Caller,
	order: number,
): Promise<FileAnswer> {
	const results = await Promise.all(
		plan.parts.map(async (part, index) => {
			const result = await callPart(part, operation, settings, caller, order + index);
			return { part, result };
		}),
	);
	const answer: FileAnswer = {
		pages: [...plan.ownText],
		given: plan.given !== undefined,
		fromFile: new Set(plan.ownText.map(({ page }) => page)),
		failed: plan.refused.map(({ pages, problem }) => ({ pages, problem })),
		skipped: false,
		pageCount: plan.pageCount ?? 0,
		requestIds: new Map(),
		calls: new Map(),
	};
	for (const { part, result } of results) {
		if (result.state === 'skipped') {
			answer.skipped = true;
			continue;
		}
		if (result.state === 'failed') {
			answer.calls.set(part.pages?.[0] ?? 1, result.sent);
			answer.failed.push({
				pages: plan.parts.length > 1 || plan.ownText.length > 0 ? part.pages : null,
				problem: result.problem,
			});
			continue;
		}
		const placed = pagesOfAnswer(result.answer.images, part.pages);
		const { pages, failed } = placed;
		answer.calls.set((pages[0] ?? failed[0]).page, result.sent);
		const requestId = result.answer.requestId ?? '';
		takePages(answer, { ...placed, requestId }, plan.parts.length === 1);
	}
	if (plan.given !== undefined) takePages(answer, plan.given, true);
	answer.pages.sort((a, b) => a.page - b.page);
	const failedPages = answer.failed.flatMap(({ pages }) => pages ?? []);
	answer.pageCount ||= Math.max(1, ...answer.pages.map(({ page }) => page), ...failedPages);
	return answer;
}

/**
 * Takes over the pages of one answer, from a call or there already.
 * @param whole whether the file has no other answer: a failed page that is alone is the file then
 */
function takePages(
	answer: FileAnswer,
	{ pages, failed, requestId }: GivenPages,
	whole: boolean,
): void {
	answer.pages.push(...pages);
	const onlyPage = whole && pages.length === 0 && failed.length === 1;
	for (const { page, message } of failed) {
		answer.failed.push({ pages: onlyPage ? null : [page], problem: imageProblem(message) });
	}
	if (requestId === null) return;
	for (const { page } of pages) answer.requestIds.set(page, requestId);
}

async function callPart(
	part: Part,
	operation: Operation,
	settings: ItemSettings,
	caller: Caller,
	order: number,
) {
	let picture: Picture | undefined;
	const attempt = async () => {
		const whole = (picture ??= await part.picture());
		const message: MessageSettings = {
			version: settings.engineVersion,
			languages: settings.languages,
			templateIds: settings.templateIds,
			more: operation.message?.(settings.reading) ?? {},
		};
		const parsed = await caller.send(
			(deadline) => requestBody(whole, message, deadline),
			settings.timeout,
		);
		if (parsed.ok && parsed.answer.images.some(isError)) caller.noteFailure();
		return parsed;
	};
	return await call(caller.lane, order, attempt, settings.retry, caller.clock, caller.noteFailure);
}

function isError({ inferResult }: AnswerImage): boolean {
	return inferResult === 'ERROR';
}
