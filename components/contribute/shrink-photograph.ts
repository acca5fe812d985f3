import { keptSize, MOST_PIXELS, type PhotographProblem, photographType } from "@/lib/domain/evidence";

/** Small enough that four of them and a form go in one sending. */
const mostBytes = 1_300_000;
const QUALITIES = [0.85, 0.7, 0.5, 0.3];

/** The picture alone, drawn anew: place, device, time and the name of the file stay on this device. */
export async function shrinkPhotograph(file: File): Promise<File | { problem: PhotographProblem }> {
  const start = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  if (photographType(start) === null) return { problem: "photograph_not_one" };
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return { problem: "photograph_damaged" };
  try {
    if (picture.width * picture.height > MOST_PIXELS) return { problem: "photograph_too_many_pixels" };
    const drawn = await draw(picture);
    return drawn ? new File([drawn], "photograph.jpg", { type: "image/jpeg" }) : { problem: "photograph_damaged" };
  } finally {
    picture.close();
  }
}

async function draw(picture: ImageBitmap): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, keptSize(picture));
  const context = canvas.getContext("2d");
  if (context === null) return null;
  // What is transparent would turn black.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  let blob: Blob | null = null;
  for (const quality of QUALITIES) {
    blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
    if (blob === null || blob.size <= mostBytes) return blob;
  }
  return blob;
}
