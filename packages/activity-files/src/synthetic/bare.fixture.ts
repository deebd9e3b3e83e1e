import { Decoder, Stream } from "@garmin/fitsdk";
import { SaxesParser } from "saxes";

/** The least that reading a FIT file can take here: the library alone, with its own settings for messages. */
export function bareFit(bytes: Uint8Array): number {
  const { messages } = new Decoder(Stream.fromByteArray(bytes)).read({
    convertDateTimesToDates: false,
    expandSubFields: false,
    mergeHeartRates: false,
  });
  return messages.recordMesgs?.length ?? 0;
}

/** The least that reading XML can take here: bytes to text, and a parser that only counts what it is told. */
export function bareXml(bytes: Uint8Array): number {
  let count = 0;
  const told = (): void => {
    count += 1;
  };
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  parser.on("opentag", told);
  parser.on("text", told);
  parser.on("closetag", told);
  parser.write(new TextDecoder().decode(bytes)).close();
  return count;
}
