import { type DocumentNode, parse } from "graphql";
import { expect, test } from "vitest";
import { VersionedCache } from "./cache.ts";

const query: DocumentNode = parse("{ shift { __typename id version free } }");
const wider: DocumentNode = parse("{ shift { __typename id version free title } }");
const shift = (version: number, free: number) => ({ __typename: "Shift", id: "1", version, free });

test("an older answer does not overwrite a newer event", () => {
  const cache = new VersionedCache();
  cache.writeQuery({ query, data: { shift: shift(3, 0) } });
  cache.writeQuery({ query, data: { shift: shift(2, 1) } });
  expect(cache.readQuery({ query })).toEqual({ shift: shift(3, 0) });
});

test("a newer answer replaces what we hold", () => {
  const cache = new VersionedCache();
  cache.writeQuery({ query, data: { shift: shift(2, 1) } });
  cache.writeQuery({ query, data: { shift: shift(3, 0) } });
  expect(cache.readQuery({ query })).toEqual({ shift: shift(3, 0) });
});

test("an older answer still adds fields we did not know", () => {
  const cache = new VersionedCache();
  cache.writeQuery({ query, data: { shift: shift(3, 0) } });
  cache.writeQuery({ query: wider, data: { shift: { ...shift(2, 1), title: "Hotline" } } });
  expect(cache.readQuery({ query: wider })).toEqual({ shift: { ...shift(3, 0), title: "Hotline" } });
});

test("an entity that was removed may come back with any version", () => {
  const cache = new VersionedCache();
  cache.writeQuery({ query, data: { shift: shift(3, 0) } });
  cache.evict({ id: "Shift:1" });
  cache.writeQuery({ query, data: { shift: shift(1, 2) } });
  expect(cache.readQuery({ query })).toEqual({ shift: shift(1, 2) });
});
