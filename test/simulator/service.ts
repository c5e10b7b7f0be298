import type { Readers } from './answer/pages';
import type { Domains } from './domains';
import type { Faults } from './faults';
import type { Pace } from './pace';
import type { Renderer } from './pictures/renderer';
import type { Statistics } from './statistics';

/** What all calls of one simulator share. */
export interface Service {
	domains: Domains;
	faults: Faults;
	pace: Pace;
	readers: Readers;
	renderer: Renderer;
	stats: Statistics;
	/** Whether pictures are looked at, so that their bytes have to be kept. */
	keepsPictures: boolean;
	log(line: string): void;
}
