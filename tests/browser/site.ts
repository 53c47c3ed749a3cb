import { test as base, expect } from "@playwright/test";

/**
 * Playwright's `test`, which also fails when a page broke the content security policy, threw, or
 * wrote an error to the console. A test that provokes such on purpose takes it out of `complaints`.
 */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      await context.exposeFunction("__complain", (complaint: string) => complaints.push(complaint));
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
          const complain: unknown = Reflect.get(window, "__complain");
          if (typeof complain === "function")
            complain(`policy: ${violatedDirective} blocked ${blockedURI} (${sourceFile}:${lineNumber})`);
        });
      });
      context.on("weberror", (error) => {
        const { message } = error.error();
        // Chromium's own, of a transition between pages that a busy machine begins too late: no page can catch it.
        if (!message.endsWith("Page already revealed")) complaints.push(`thrown: ${message}`);
      });
      context.on("console", (message) => {
        if (message.type() === "error") complaints.push(`console: ${message.text()} (${message.location().url})`);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
