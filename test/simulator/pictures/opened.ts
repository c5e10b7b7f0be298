import type { LayerWord, RenderedRaster } from './protocol';
import type { Size } from './size';

/** A file in the rendering thread. */
export interface OpenedFile {
	/** One per page, in the answer's coordinates. */
	sizes: Size[];
	raster(pageIndex: number): Promise<RenderedRaster>;
	textLayer(pageIndex: number): Promise<LayerWord[]>;
	close(): Promise<void>;
}
