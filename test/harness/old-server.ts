import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

const message = (kind: string, ...parts: (string | Buffer)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(`${part}\0`) : part)));
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind), length, body]);
};
const int16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const int32 = (value: number) => Buffer.concat([int16(value >> 16), int16(value & 65_535)]);
const ready = message("Z", Buffer.from("I"));
const column = (name: string, type: number) => [name, int32(0), int16(0), int32(type), int16(4), int32(-1), int16(0)];
const field = (value: string) => [int32(value.length), Buffer.from(value)];

/** Something that greets like PostgreSQL, says to every question that it is version 14.11, and does nothing else. */
export async function openOldServer() {
  const answer = Buffer.concat([
    message("T", int16(2), ...column("number", 23), ...column("version", 25)),
    message("D", int16(2), ...field("140011"), ...field("14.11")),
    message("C", "SELECT 1"),
    ready,
  ]);
  const server = createServer((line) => {
    line.once("data", () => {
      line.write(Buffer.concat([message("R", int32(0)), ready]));
      line.on("data", (asked) => asked[0] === "Q".charCodeAt(0) && line.write(answer));
    });
    line.on("error", () => {});
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `postgres://shouwang:secret@127.0.0.1:${(server.address() as AddressInfo).port}/shouwang`,
    close: () => void server.close(),
  };
}
