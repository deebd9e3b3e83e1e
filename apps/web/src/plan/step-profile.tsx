import type { SessionKind, Step } from "@strideiq/engine";
import { classes } from "../ui/classes.ts";
import { profileOf } from "./profile.ts";
import colours from "./stimulus.module.css";
import styles from "./step-profile.module.css";

interface StepProfileProps {
  readonly steps: readonly Step[];
  readonly kind: SessionKind;
  /** Of the highest intensity, in pixels. */
  readonly height: number;
  /** Leaves out the room above the highest bar. */
  readonly isCropped?: boolean;
  /** The picture in words; without it the words beside the picture must do. */
  readonly label?: string;
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** The structure of a session at a glance: width is time, height is intensity, colour is stimulus. */
export function StepProfile({ steps, kind, height, isCropped = false, label }: StepProfileProps) {
  const bars = profileOf(steps, kind);
  const top = isCropped ? height * Math.max(0, ...bars.map((bar) => bar.height)) : height;
  const reading = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <svg className={styles["profile"]} height={top} {...reading}>
      {bars.map((bar) => (
        <rect
          key={bar.start}
          className={classes(styles["bar"], colours[bar.stimulus])}
          x={percent(bar.start)}
          y={top - height * bar.height}
          height={height * bar.height}
          rx={1.5}
          style={{ width: `max(1.5px, ${percent(bar.width)} - 1px)` }}
        />
      ))}
    </svg>
  );
}
