import type { FileFormat } from '../types';
import type { Size } from './size';

/** A word of a PDF's text layer, in the page's points, top-left origin. */
export interface LayerWord {
	text: string;
	x: number;
	y: number;
	width: number;
	height: number;
	lineBreak: boolean;
}

/** What the rendering thread is asked to do with the file `handle`. */
export type RenderTask =
	| { kind: 'open'; handle: number; format: FileFormat; bytes: Uint8Array }
	| { kind: 'raster'; handle: number; pageIndex: number }
	| { kind: 'textLayer'; handle: number; pageIndex: number }
	| { kind: 'close'; handle: number };

export interface RenderedRaster {
	width: number;
	height: number;
	grey: Uint8Array;
}

/** What comes back, by kind of task. */
export interface RenderResults {
	open: Size[];
	raster: RenderedRaster;
	textLayer: LayerWord[];
	close: null;
}

export interface RenderRequest {
	id: number;
	task: RenderTask;
}

export type RenderResponse =
	| { id: number; result: RenderResults[keyof RenderResults] }
	| { id: number; error: string };
