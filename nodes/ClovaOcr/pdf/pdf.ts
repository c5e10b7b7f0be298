/**
 * The one door to everything that needs pdf-lib. It is bundled into a file of its own and imported
 * on first use, since running pdf-lib's module body would make loading the package 25 times slower.
 */
export { openPdf, type OpenPdf, type OpenResult, type Refused } from './file/open';
export { hasOwnText, readPageText, type PageText } from './page/pageText';
export { extractPages } from './split/extract';
export { planParts, type Part } from './split/plan';
export { openPicture } from './picture/picture';
export { tiffLayouts } from './picture/tiffPicture';
export type { TiffObstacle } from './picture/tiffLayout';
export { brokenPages } from './layer/searchable';
export {
	createSearchablePdf,
	type SearchableOptions,
	type SearchablePage,
	type SearchablePdf,
} from './layer/searchable';
export { placesInPicture, scanPage, type ScanPage } from './scan/scanPage';
export type { PictureColor, ScanPicture } from './scan/scanPicture';
export { writeScan } from './scan/writeScan';
