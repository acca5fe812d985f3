/** A file of one's own as it is read from the database, piece by piece: the whole is never held, and nobody keeps a copy on the way. */
export function streamedCsv(lines: AsyncIterable<string>, fileName: string): Response {
  const encoder = new TextEncoder();
  const pieces = lines[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
