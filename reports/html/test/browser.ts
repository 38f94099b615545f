// The only place that starts a browser for the tests of the explorer's page: without a network, and every complaint is kept.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildPage } from '../../../conformance/cli/build-page.ts';
import type { Report } from '../../../conformance/report.ts';
import type { Illustration } from '../../illustrations.ts';
import { htmlReporter } from '../../html.ts';
import { options } from '../../test/a-report.ts';

const executable = process.env['TASKSPEC_CHROMIUM'] ?? '/usr/bin/chromium';
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Null where there is no Chromium, which is told, or refused where one is demanded. */
export function whyNoBrowser(): string | null {
  if (existsSync(executable)) return null;
  const missing = `Chromium is not at ${executable}: \`apt-get install -y chromium\` installs it, TASKSPEC_CHROMIUM names another place`;
  if (process.env['TASKSPEC_CHROMIUM_REQUIRED'] === '1') throw new Error(missing);
  return missing;
}

export interface Opened {
  readonly page: Page;
  /** Errors, warnings and requests; none are allowed. */
  readonly complaints: readonly string[];
}

export class Explorer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'taskspec-explorer-'));
  readonly #browser: Browser;
  readonly #template: string;
  #files = 0;

  private constructor(browser: Browser, template: string) {
    this.#browser = browser;
    this.#template = template;
  }

  static async start(): Promise<Explorer> {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
    const [browser, page] = await Promise.all([chromium.launch({ executablePath: executable, args }), buildPage(root)]);
    return new Explorer(browser, page.text);
  }

  /** The address of a file with the page of a report. */
  file(report: Report, scenarios: ReadonlyMap<string, Illustration> = new Map()): string {
    return this.write(htmlReporter(report, { ...options, illustrations: { page: this.#template, scenarios } }));
  }

  write(text: string): string {
    this.#files += 1;
    const path = join(this.#folder, `${this.#files}.html`);
    writeFileSync(path, text);
    return pathToFileURL(path).href;
  }

  /** Opens an address, offline, and waits until something is shown. */
  async open(address: string, look: BrowserContextOptions = {}): Promise<Opened> {
    const context = await this.#browser.newContext({ viewport: { width: 1300, height: 800 }, offline: true, ...look });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith('data:') && url.split('#')[0] !== address.split('#')[0]) complaints.push(`request: ${url}`);
    });
    await page.goto(address);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    return { page, complaints };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true });
  }
}
