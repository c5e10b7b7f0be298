import { breathe } from '../../pdf/tick';
import type { Bar } from '../bar';
import { insist } from '../unredactable';
import { BitReader, JpegWriter } from './bits';
import {
	frameData,
	hiddenBlocks,
	isFrameMarker,
	readFrame,
	readScan,
	type Component,
	type Frame,
	type HiddenBlocks,
	type Scan,
} from './frame';
import { countInk, emptyInk, type BlockInk } from './ink';
import { blackOf, flatDc, Metadata } from './metadata';
import { emptyCoefficients, readProgressiveScan, type Coefficients } from './progressive';
import { copyScan, type Channel } from './sequential';
import { huffmanData, HuffmanTables, readQuantizationTables } from './tables';
import { writeScans } from './writeScan';

const SOF0 = 0xc0;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;
const DHT = 0xc4;
const DRI = 0xdd;

/** What a picture's headers say of its size, and the EXIF orientation (1 to 8) to show it in. */
export interface StoredSize {
	width: number;
	height: number;
	orientation: number;
}

/**
 * A copy of a JPEG whose blocks under the bars are black. The coefficients of all other blocks are
 * bit by bit what they were: nothing is compressed a second time. Sequential pictures stream through,
 * so that beside the file only the copy is in memory; of progressive ones the coefficients are
 * collected and written as sequential scans (ITU-T T.81).
 * Of everything else only the orientation, the colour profile without its texts and the marks on how
 * colours are stored come along; what stands behind the picture's end does not.
 * @throws Unredactable
 */
export async function redactJpeg(file: Buffer, bars: Bar[]): Promise<Buffer> {
	const copy = new JpegCopy(file, bars, false);
	const frame = await copy.read();
	return await copy.write(frame);
}

/** Reads a JPEG to its end. @throws Unredactable where no copy can be made of it */
export async function surveyJpeg(file: Buffer): Promise<StoredSize & { ink: BlockInk }> {
	const copy = new JpegCopy(file, [], true);
	const { width, height } = await copy.read();
	const { ink } = copy;
	insist(ink !== null);
	return { width, height, orientation: copy.orientation, ink };
}

class JpegCopy {
	private readonly writer: JpegWriter;
	private readonly metadata = new Metadata();
	private readonly huffman = new HuffmanTables();
	private readonly dcSteps: Array<number | undefined> = [];
	private readonly hidden = new Map<Component, HiddenBlocks>();
	/** Written once the frame is known, since tables may come before it. */
	private quantization = Buffer.alloc(0);
	private frame: Frame | null = null;
	private coefficients: Map<Component, Coefficients> | null = null;
	ink: BlockInk | null = null;
	private interval = 0;
	private scans = 0;

	constructor(
		private readonly file: Buffer,
		private readonly bars: Bar[],
		private readonly countsInk: boolean,
	) {
		this.writer = new JpegWriter(Math.ceil(file.length * 1.06) + 65536);
	}

	get orientation(): number {
		return this.metadata.orientation;
	}

	/** Reads the whole file; of a sequential picture everything but the end is written by then. */
	async read(): Promise<Frame> {
		insist(this.file.length > 4 && this.file.readUInt16BE(0) === 0xff00 + SOI);
		let at = 2;
		for (;;) {
			insist(this.file[at] === 0xff);
			while (this.file[at] === 0xff) at += 1;
			const marker = this.file[at];
			at += 1;
			if (marker === EOI) break;
			// Restart markers and TEM have no data.
			if ((marker >= 0xd0 && marker <= 0xd7) || marker === 0x01) continue;
			insist(at + 2 <= this.file.length);
			const next = at + this.file.readUInt16BE(at);
			insist(next >= at + 2 && next <= this.file.length);
			const data = this.file.subarray(at + 2, next);
			at = marker === SOS ? await this.scan(data, next) : next;
			if (marker !== SOS) this.segment(marker, data);
		}
		insist(this.frame !== null && this.scans > 0);
		const plane = this.coefficients?.get(this.frame.components[0]);
		if (plane !== undefined && this.ink !== null) await countInk(this.ink, plane);
		return this.frame;
	}

	private segment(marker: number, data: Buffer): void {
		if (marker === DQT) this.readQuantization(data);
		else if (marker === DHT) this.huffman.read(data);
		else if (marker === DRI) this.readInterval(data);
		else if (isFrameMarker(marker)) {
			insist(this.frame === null);
			this.frame = readFrame(marker, data);
			if (this.frame.progressive) this.coefficients = emptyCoefficients(this.frame);
		} else this.metadata.read(marker, data);
	}

	private readQuantization(data: Buffer): void {
		for (const { place, entry, dcStep } of readQuantizationTables(data)) {
			this.dcSteps[place] = dcStep;
			if (this.scans > 0) {
				// A later scan with other steps: allowed in sequential pictures only.
				insist(this.coefficients === null);
				this.writer.segment(DQT, entry);
			} else this.quantization = Buffer.concat([this.quantization, entry]);
		}
	}

	private readInterval(data: Buffer): void {
		insist(data.length >= 2);
		this.interval = data.readUInt16BE(0);
	}

	/** @returns where the marker behind the scan's data stands */
	private async scan(header: Buffer, from: number): Promise<number> {
		const { frame } = this;
		insist(frame !== null);
		const scan = readScan(header, frame);
		if (this.scans === 0) this.writeHead(frame);
		this.scans += 1;
		const reader = new BitReader(this.file, from);
		if (this.coefficients === null) await this.copy(reader, header, scan, frame);
		else {
			const { decoders } = this.huffman;
			await readProgressiveScan(reader, scan, frame, decoders, this.coefficients, this.interval);
		}
		return reader.end;
	}

	private writeHead(frame: Frame): void {
		for (const component of frame.components) {
			this.hidden.set(component, hiddenBlocks(component, frame, this.bars));
		}
		if (this.countsInk) this.ink = emptyInk(frame);
		this.writer.marker(SOI);
		this.metadata.write(this.writer);
		this.writer.segment(DQT, this.quantization);
		this.writer.segment(frame.progressive ? SOF0 : frame.marker, frameData(frame));
	}

	private async copy(reader: BitReader, header: Buffer, scan: Scan, frame: Frame): Promise<void> {
		insist(scan.spectralStart === 0 && scan.high === 0 && scan.low === 0);
		const channels = scan.components.map((each) => this.channelOf(each, frame));
		const { writer, interval } = this;
		if (interval > 0) writer.segment(DRI, Buffer.from([interval >> 8, interval & 255]));
		writer.segment(SOS, header.subarray(0, 4 + 2 * header[0]));
		await copyScan(reader, writer, scan, frame, channels, interval);
	}

	/** Writes the tables of a component of a scan, and puts together what its blocks need. */
	private channelOf({ component, dc, ac }: Scan['components'][number], frame: Frame): Channel {
		const [dcTable, acTable] = [this.huffman.table(false, dc), this.huffman.table(true, ac)];
		this.writer.segment(DHT, huffmanData(false, dc, dcTable.written));
		this.writer.segment(DHT, huffmanData(true, ac, acTable.written));
		return {
			stride: component.stride,
			dc: dcTable,
			ac: acTable,
			hidden: this.hiddenOf(component),
			black: this.blackDc(component, frame),
			ink: component === frame.components[0] ? (this.ink?.counts ?? null) : null,
			wasDc: 0,
			isDc: 0,
		};
	}

	private hiddenOf(component: Component): HiddenBlocks {
		const hidden = this.hidden.get(component);
		insist(hidden !== undefined);
		return hidden;
	}

	private blackDc(component: Component, frame: Frame): number {
		const step = this.dcSteps[component.quantization];
		insist(step !== undefined);
		const sample = blackOf(frame, this.metadata.color)[frame.components.indexOf(component)];
		return flatDc(sample, step);
	}

	/** The finished copy. */
	async write(frame: Frame): Promise<Buffer> {
		if (this.coefficients !== null) {
			for (const [component, plane] of this.coefficients) {
				blacken(plane, this.hiddenOf(component), this.blackDc(component, frame));
				await breathe();
			}
			await writeScans(this.writer, frame, this.coefficients);
		}
		this.writer.marker(EOI);
		return this.writer.finish();
	}
}

function blacken(plane: Coefficients, hidden: HiddenBlocks, black: number): void {
	for (let block = hidden.indexOf(1); block >= 0; block = hidden.indexOf(1, block + 1)) {
		plane.fill(0, block * 64, block * 64 + 64);
		plane[block * 64] = black;
	}
}
