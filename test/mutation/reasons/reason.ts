/**
 * Why no test can notice some mutants: by operator and text, so that lines may move. A part of the line
 * tells apart what is short.
 */
export type Reason = [operator: string, original: string, reason: string, line?: string];

/** By file below the node's folder. */
export type Reasons = Record<string, Reason[]>;

export const FOR_SPEED = 'saves time, and finds nothing else';
export const FOR_TYPES = 'is there for the type; it never happens';
export const EITHER = 'of two that are equal either will do';
export const BOUND = 'a bound on the time that absurd pages take, far above what print needs';
export const FURTHER = 'looks further than it has to, and finds nothing else';
export const BEHIND = 'behind the last there is nothing';
