/* eslint-disable @n8n/community-nodes/no-restricted-globals --
   The package itself may not touch Node built-ins or timers; its tests, simulator and tools have to.
   They take them from here, so that this exception stays in one place. */
export { default as assert } from 'node:assert';
export { execFile, spawn } from 'node:child_process';
export { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
export * as fs from 'node:fs';
export * as fsp from 'node:fs/promises';
export * as http from 'node:http';
export * as https from 'node:https';
export { createRequire } from 'node:module';
export type { AddressInfo, Socket } from 'node:net';
export * as net from 'node:net';
export * as os from 'node:os';
export { default as path } from 'node:path';
export { monitorEventLoopDelay, performance } from 'node:perf_hooks';
export { createInterface } from 'node:readline/promises';
export { Readable, Writable } from 'node:stream';
export { pipeline } from 'node:stream/promises';
export { setTimeout as sleep } from 'node:timers/promises';
export { fileURLToPath, pathToFileURL } from 'node:url';
export { promisify } from 'node:util';
export { runInNewContext } from 'node:vm';
export { parentPort, Worker } from 'node:worker_threads';
export { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';

/** The running process: arguments, environment, exit code, memory. */
export const nodeProcess = process;
export const startTimer = setTimeout;
export const stopTimer = clearTimeout;
/** The object whose members are known everywhere. */
export const everywhere = globalThis;
/** The repository's root directory. */
export const repositoryRoot = __dirname.replace(/[\\/]test[\\/]support$/, '');
