/**
 * The one door to the redaction of pictures. Bundled into a file of its own and imported on first
 * use, so that loading the package does not wait for it.
 */
export { redactDocument, surveyDocument } from './document';
export type { PageMarks } from './places';
export type { Obstacle } from './unredactable';
