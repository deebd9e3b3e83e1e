import { describe, expect, it } from "vitest";
import { createKeptCopies, type KeptCopies, type KeptCopiesDeps } from "./kept-copies.ts";

interface Row {
  readonly text: string;
  readonly owner: string;
}

const row = (text: string, owner = "anna"): Row => ({ text, owner });

let hearing = true;
const copiesOf = (changed: Partial<KeptCopiesDeps<Row | undefined>> = {}): KeptCopies<Row | undefined> => {
  hearing = true;
  return createKeptCopies({
    bytesMax: 1_000,
    kept: (value) => value && { bytes: value.text.length, tags: [value.owner] },
    isHearing: () => hearing,
    ...changed,
  });
};

/** A load that ends when it is told to. */
function slowLoad() {
  let end: (value: Row) => void = () => undefined;
  const ended = new Promise<Row>((fulfil) => {
    end = fulfil;
  });
  return { load: () => ended, end };
}

const found = (value: Row) => () => Promise.resolve(value);

describe("copies", () => {
  it("are read without asking again, until something changes that they have to do with", async () => {
    const copies = copiesOf();
    expect(await copies.read("plan", found(row("monday")))).toEqual(row("monday"));
    expect(await copies.read("plan", found(row("tuesday")))).toEqual(row("monday"));
    copies.forget("berta");
    expect(await copies.read("plan", found(row("tuesday")))).toEqual(row("monday"));
    copies.forget("anna");
    expect(await copies.read("plan", found(row("tuesday")))).toEqual(row("tuesday"));
    expect(copies.use()).toEqual({ hit: 2, miss: 2, bypassed: 0, bytes: 7 });
  });

  it("are loaded once for everybody who asks meanwhile", async () => {
    const copies = copiesOf();
    const { load, end } = slowLoad();
    const first = copies.read("plan", load);
    const second = copies.read("plan", () => Promise.reject(new Error("asked twice")));
    end(row("monday"));
    expect(await Promise.all([first, second])).toEqual([row("monday"), row("monday")]);
  });

  it("are not kept of what changed while it was being read, and who asks after the change gets the new", async () => {
    const copies = copiesOf();
    const { load, end } = slowLoad();
    const before = copies.read("plan", load);
    copies.forget("anna");
    const after = copies.read("plan", found(row("tuesday")));
    end(row("monday"));
    expect(await before).toEqual(row("monday"));
    expect(await after).toEqual(row("tuesday"));
    expect(await copies.read("plan", found(row("wednesday")))).toEqual(row("tuesday"));
  });

  it("are kept when somebody else's change came meanwhile, if it is known whose they will be", async () => {
    const copies = copiesOf();
    const { load, end } = slowLoad();
    const reading = copies.read("plan", load, "anna");
    copies.forget("berta");
    end(row("monday"));
    await reading;
    expect(await copies.read("plan", found(row("tuesday")))).toEqual(row("monday"));
  });

  it("are neither used nor made while nobody hears of changes", async () => {
    const copies = copiesOf();
    await copies.read("plan", found(row("monday")));
    hearing = false;
    expect(await copies.read("plan", found(row("tuesday")))).toEqual(row("tuesday"));
    hearing = true;
    const { load, end } = slowLoad();
    const reading = copies.read("another", load);
    hearing = false;
    end(row("monday"));
    await reading;
    hearing = true;
    expect(await copies.read("another", found(row("tuesday")))).toEqual(row("tuesday"));
    expect(copies.use()).toMatchObject({ bypassed: 1 });
  });

  it("are all forgotten when changes may have been missed", async () => {
    const copies = copiesOf();
    await copies.read("plan", found(row("monday")));
    copies.forgetAll();
    expect(copies.use().bytes).toBe(0);
    expect(await copies.read("plan", found(row("tuesday")))).toEqual(row("tuesday"));
  });

  it("make room for what was read last, and one alone does not take it all", async () => {
    const copies = copiesOf();
    const text = "x".repeat(100);
    for (let plan = 0; plan < 12; plan += 1) await copies.read(`plan ${String(plan)}`, found(row(text)));
    expect(copies.use().bytes).toBeLessThanOrEqual(1_000);
    expect(await copies.read("plan 11", found(row("new")))).toEqual(row(text));
    expect(await copies.read("plan 0", found(row("new")))).toEqual(row("new"));
    await copies.read("a book", found(row("x".repeat(500))));
    expect(await copies.read("a book", found(row("new")))).toEqual(row("new"));
  });

  it("are not made of what is not worth it, nor of what could not be read", async () => {
    const copies = copiesOf();
    expect(await copies.read("plan", () => Promise.resolve(undefined))).toBeUndefined();
    await expect(copies.read("plan", () => Promise.reject(new Error("no database")))).rejects.toThrow(
      "no database",
    );
    expect(await copies.read("plan", found(row("monday")))).toEqual(row("monday"));
  });

  it("are good for a while only where that is asked for, whichever way the clock jumps", async () => {
    let now = 1_000_000;
    const copies = copiesOf({ goodFor: { milliseconds: 60_000, now: () => new Date(now) } });
    await copies.read("plan", found(row("monday")));
    now += 59_000;
    expect(await copies.read("plan", found(row("tuesday")))).toEqual(row("monday"));
    now += 2_000;
    expect(await copies.read("plan", found(row("tuesday")))).toEqual(row("tuesday"));
    now -= 3_600_000;
    expect(await copies.read("plan", found(row("wednesday")))).toEqual(row("wednesday"));
  });

  it("are none where there is no room", async () => {
    const copies = copiesOf({ bytesMax: 0 });
    await copies.read("plan", found(row("monday")));
    expect(await copies.read("plan", found(row("tuesday")))).toEqual(row("tuesday"));
    expect(copies.use()).toEqual({ hit: 0, miss: 0, bypassed: 2, bytes: 0 });
  });
});
