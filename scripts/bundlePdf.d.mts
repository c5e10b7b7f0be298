/** Packs everything that needs pdf-lib into dist/nodes/ClovaOcr/pdf/pdf.js. Runs after tsc. */
export function bundlePdf(): Promise<void>;
