import { type RefObject, Suspense, useEffect, useRef } from "react";
import { messages } from "./messages.ts";
import { currentAddress, goTo, type Place, usePlace } from "./path/path.ts";
import { useStored } from "./preferences/stored.ts";
import { Away } from "./shell/away.tsx";
import { Header } from "./shell/header.tsx";
import { awaitedPart } from "./shell/patience.ts";
import { PageAt } from "./shell/routes.tsx";
import { Loading } from "./ui/loading.tsx";
import styles from "./app.module.css";

/** The frame around every page. */
export function App() {
  const place = usePlace();
  const content = useRef<HTMLDivElement>(null);
  useTitle(place);
  useFocusOnArrival(content);
  useDroppedFiles();
  return (
    <>
      <a
        href="#content"
        className={styles["skip"]}
        onClick={(event) => {
          event.preventDefault();
          content.current?.focus();
        }}
      >
        {messages.shell.skip}
      </a>
      <Header place={place} />
      <div id="content" ref={content} tabIndex={-1} className={styles["content"]}>
        <Suspense fallback={<Coming />}>
          <PageAt place={place} />
        </Suspense>
      </div>
    </>
  );
}

/** In place of a page whose code is on its way, or waits for a server that is silent. */
function Coming() {
  const [isAwaited] = useStored(awaitedPart);
  return isAwaited ? <Away /> : <Loading />;
}

function useTitle(place: Place): void {
  useEffect(() => {
    document.title = messages.shell.title(messages.shell.titles[place.name]);
  }, [place.name]);
}

/** After a change of page the keyboard goes on from its beginning, and a screen reader says where it is. */
function useFocusOnArrival(content: RefObject<HTMLDivElement | null>): void {
  const address = currentAddress();
  const shown = useRef(address);
  useEffect(() => {
    if (shown.current === address) return;
    shown.current = address;
    content.current?.focus({ preventScroll: true });
  }, [address, content]);
}

/** Files may be dropped anywhere, on the calendar too: they are runs to import. */
function useDroppedFiles(): void {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void import("./runs/importing.ts").then(({ takeFiles }) => {
        goTo({ name: "runs" });
        takeFiles(files);
      });
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, []);
}
