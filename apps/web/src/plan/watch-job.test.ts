import { afterEach, describe, expect, it, vi } from "vitest";
import { canWatch, watchJob } from "./watch-job.ts";

/** What the browser would do, by hand. */
function fakeEventSource() {
  const sources: { readonly url: string; isOpen: boolean; readonly target: EventTarget }[] = [];
  vi.stubGlobal("EventSource", function EventSource(url: string) {
    const target = new EventTarget();
    const source = { url, isOpen: true, target };
    sources.push(source);
    return {
      addEventListener: target.addEventListener.bind(target),
      close: () => {
        source.isOpen = false;
      },
    };
  });
  return sources;
}

const job = (status: string): Event =>
  Object.assign(new Event("job"), { data: JSON.stringify({ jobId: "j", status, revision: 2 }) });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a job that the page watches", () => {
  it("is finished once, however many steps it takes there", () => {
    const [sources, said] = [fakeEventSource(), vi.fn<(word: string) => void>()];
    watchJob(
      "j",
      () => {
        said("finished");
      },
      () => {
        said("lost");
      },
    );
    expect(sources[0]).toMatchObject({ url: "/v1/jobs/j/events", isOpen: true });
    for (const status of ["waiting", "running", "running"]) sources[0]?.target.dispatchEvent(job(status));
    expect(said).not.toHaveBeenCalled();
    sources[0]?.target.dispatchEvent(job("done"));
    expect(said.mock.calls).toEqual([["finished"]]);
    expect(sources[0]?.isOpen).toBe(false);
  });

  it("is asked after instead when it cannot be heard of", () => {
    const [sources, onFinished, onLost] = [fakeEventSource(), vi.fn(), vi.fn()];
    watchJob("j", onFinished, onLost);
    sources[0]?.target.dispatchEvent(new Event("error"));
    expect([onFinished.mock.calls.length, onLost.mock.calls.length]).toEqual([0, 1]);
    expect(sources[0]?.isOpen).toBe(false);
  });

  it("is let alone by whoever leaves the page", () => {
    const sources = fakeEventSource();
    watchJob("j", vi.fn(), vi.fn())();
    expect(sources[0]?.isOpen).toBe(false);
  });

  it("is watched where the browser can", () => {
    fakeEventSource();
    expect(canWatch()).toBe(true);
    vi.stubGlobal("EventSource", undefined);
    Reflect.deleteProperty(globalThis, "EventSource");
    expect(canWatch()).toBe(false);
  });
});
