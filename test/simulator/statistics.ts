import type { ApiPath } from '../../nodes/ClovaOcr/clova/endpoint';
import type { Json } from '../../nodes/ClovaOcr/shared/json';

/** One call as it was seen, from the first header to the end of the answer. */
export interface CallRecord {
	/** 1 for the first call. */
	number: number;
	domain: string | null;
	path: ApiPath | null;
	/** Without the secret. */
	headers: Record<string, string>;
	/** Names of the file in upload and message, as far as the call got. */
	names: string[];
	/** The header as a number; null when the body came without a length. */
	contentLength: number | null;
	bytesReceived: number;
	/** The message as received; picture data is replaced by its length in characters. */
	message: Json;
	file: ReceivedFileRecord | null;
	outcome: 'open' | 'answered' | 'refused' | 'fault' | 'left';
	/** `0011`, `gateway 429/410`, or the fault's kind; null for an answer. */
	reason: string | null;
	/** HTTP status, null when none was sent. */
	status: number | null;
	/** Pages that the service bills for the call; where the client cannot know, the worst is assumed. */
	billedPages: number;
	/** Milliseconds since the epoch. */
	startedAt: number;
	endedAt: number | null;
}

export interface ReceivedFileRecord {
	fileName: string | null;
	contentType: string | null;
	size: number;
	sha256: string;
}

/** What happened since the start or the last reset. */
export class Statistics {
	calls: CallRecord[] = [];
	/** Calls whose recognition began: what the service would bill. */
	accepted = 0;
	/** Pages that were really recognised (not taken from the cache, not faults or canned). */
	recognized = 0;
	/** Answers other than a recognition, by reason; injected ones too. */
	refused: Record<string, number> = {};
	/** Pages billed, all together. */
	billed = 0;
	/** Of these, pages of a file that had been billed before. */
	billedAgain = 0;
	/** Calls that asked for `/followed`, the default target of the redirect fault. */
	redirectsFollowed = 0;
	/** Most calls open at once, uploading ones too. */
	greatestOpen = 0;
	/** Most calls at once that held a slot of their domain. */
	greatestAtWork = 0;
	private readonly billedFiles = new Set<string>();
	private open = 0;
	private atWork = 0;

	reset(): void {
		Object.assign(this, new Statistics(), { open: this.open, atWork: this.atWork });
	}

	begin(record: Omit<CallRecord, 'number'>): CallRecord {
		const call = { number: this.calls.length + 1, ...record };
		this.calls.push(call);
		this.open += 1;
		this.greatestOpen = Math.max(this.greatestOpen, this.open);
		return call;
	}

	end(call: CallRecord): void {
		if (call.endedAt !== null) return;
		call.endedAt = Date.now();
		this.open -= 1;
	}

	bill(call: CallRecord, pages: number): void {
		call.billedPages = pages;
		this.billed += pages;
		// Bytes and name: files of a test may share their bytes, the parts of a PDF their name.
		const file = `${call.path} ${call.names.join()} ${call.file?.sha256}`;
		if (this.billedFiles.has(file)) this.billedAgain += pages;
		this.billedFiles.add(file);
	}

	takeSlot(): void {
		this.atWork += 1;
		this.greatestAtWork = Math.max(this.greatestAtWork, this.atWork);
	}

	freeSlot(): void {
		this.atWork -= 1;
	}

	count(reason: string): void {
		this.refused[reason] = (this.refused[reason] ?? 0) + 1;
	}
}
