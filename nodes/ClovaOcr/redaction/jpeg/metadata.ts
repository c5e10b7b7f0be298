import { readExif } from '../../pdf/picture/exif';
import { plainProfile } from '../icc';
import type { JpegWriter } from './bits';
import type { Frame } from './frame';

const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const PROFILE = 'ICC_PROFILE\0';
/** Bytes of a colour profile that one segment takes. */
const PROFILE_PIECE = 65519 - PROFILE.length - 2;

/** The few facts of the application segments that a redacted copy keeps. */
export class Metadata {
	orientation = 1;
	private jfif: Buffer | null = null;
	private adobe: Buffer | null = null;
	private readonly pieces: Buffer[] = [];

	/** Takes what counts of a segment; all else in it (thumbnails, places, names) is dropped. */
	read(marker: number, data: Buffer): void {
		const begins = (text: string) => data.toString('latin1', 0, text.length) === text;
		if (marker === APP0 && begins('JFIF\0') && data.length >= 12)
			this.jfif ??= data.subarray(0, 12);
		else if (marker === APP14 && begins('Adobe') && data.length >= 12) this.adobe ??= data;
		else if (marker === APP1) {
			const { orientation } = readExif(data);
			if (orientation !== 1) this.orientation = orientation;
		} else if (marker === APP2 && begins(PROFILE) && data.length > PROFILE.length + 2) {
			this.pieces[data[PROFILE.length]] = data.subarray(PROFILE.length + 2);
		}
	}

	get color(): ColorMarks {
		return { jfif: this.jfif !== null, adobe: this.adobe === null ? null : this.adobe[11] };
	}

	write(writer: JpegWriter): void {
		// Version, unit and density stay; the thumbnail's size becomes 0 by 0.
		if (this.jfif !== null) writer.segment(APP0, Buffer.concat([this.jfif, Buffer.from([0, 0])]));
		if (this.orientation !== 1) writer.segment(APP1, orientationOnly(this.orientation));
		const profile = plainProfile(Buffer.concat(this.pieces.filter((piece) => piece !== undefined)));
		if (profile !== null) writeProfile(writer, profile);
		if (this.adobe !== null) {
			const fixed = Buffer.from('Adobe\0\x64\0\0\0\0\0', 'latin1');
			fixed[11] = this.adobe[11];
			writer.segment(APP14, fixed);
		}
	}
}

function writeProfile(writer: JpegWriter, profile: Buffer): void {
	const pieces = Math.ceil(profile.length / PROFILE_PIECE);
	for (let piece = 0; piece < pieces; piece++) {
		const head = Buffer.from([...Buffer.from(PROFILE, 'latin1'), piece + 1, pieces]);
		const data = profile.subarray(piece * PROFILE_PIECE, (piece + 1) * PROFILE_PIECE);
		writer.segment(APP2, Buffer.concat([head, data]));
	}
}

/** An EXIF block (a TIFF in small) with one entry: 0x0112, a short. */
function orientationOnly(orientation: number): Buffer {
	const tiff = Buffer.from(
		'4d4d002a00000008' + '0001' + '01120003000000010000' + '0000' + '00000000',
		'hex',
	);
	tiff[19] = orientation;
	return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

/** What the application segments say of the colours (JFIF 1.02; Adobe technical note 5116). */
interface ColorMarks {
	jfif: boolean;
	/** The transform of Adobe's segment: 0 none, 1 YCbCr, 2 YCCK; null without the segment. */
	adobe: number | null;
}

/**
 * The sample of black in each component: 0 to 255, or 128 for a colour difference. Adobe stores
 * print colours upside down (0 is full ink).
 */
export function blackOf({ components }: Frame, { jfif, adobe }: ColorMarks): number[] {
	if (components.length === 1) return [0];
	if (components.length === 4) {
		if (adobe === null) return [255, 255, 255, 255];
		return adobe === 2 ? [0, 128, 128, 0] : [0, 0, 0, 0];
	}
	const letters = components.map(({ id }) => id).join() === '82,71,66';
	return adobe === 0 || (adobe === null && !jfif && letters) ? [0, 0, 0] : [0, 128, 128];
}

/** The quantized DC coefficient of a block of nothing but this sample; at the ends it overshoots. */
export function flatDc(sample: number, step: number): number {
	if (sample === 128) return 0;
	return sample < 128 ? -Math.ceil(1024 / step) : Math.floor(1016 / step);
}
