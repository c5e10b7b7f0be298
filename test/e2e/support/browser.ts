import { chromium, selectors, type Browser, type BrowserContext, type Page } from 'playwright-core';

import type { N8nApi } from './api';

/** Debian's Chromium; playwright brings none of its own. */
const CHROMIUM = '/usr/bin/chromium';
const SWITCHES = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
/** The editor's first load takes over 20 seconds when both cores are busy. */
const PATIENCE_MS = 60_000;

export interface EditorBrowser {
	page: Page;
	/** Hosts other than n8n that pages asked for; all were refused. */
	outside: string[];
	/** Uncaught errors of the pages' scripts. */
	errors: string[];
	close(): Promise<void>;
}

/** Opens Chromium, logged in to n8n, with everything outside this machine cut off. */
export async function openBrowser(api: N8nApi): Promise<EditorBrowser> {
	selectors.setTestIdAttribute('data-test-id');
	const browser: Browser = await chromium.launch({
		executablePath: CHROMIUM,
		args: SWITCHES,
		headless: true,
	});
	const context: BrowserContext = await browser.newContext({
		viewport: { width: 1440, height: 900 },
		locale: 'en-US',
		acceptDownloads: true,
	});
	const outside: string[] = [];
	const errors: string[] = [];
	await context.route(
		(url) => url.hostname !== '127.0.0.1',
		async (route) => {
			outside.push(new URL(route.request().url()).hostname);
			await route.abort();
		},
	);
	await context.addCookies([{ name: 'n8n-auth', value: api.cookie, url: api.url }]);
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	page.on('pageerror', (error) => errors.push(error.message));
	return { page, outside, errors, close: async () => await browser.close() };
}
