import type { ReactNode } from "react";

interface IconProps {
  readonly className?: string | undefined;
  readonly size?: number;
}

/** Icons are ornaments: the words beside them say the same, so they are hidden from reading aloud. */
const icon = (children: ReactNode) =>
  function Icon({ className, size = 16 }: IconProps) {
    return (
      <svg
        aria-hidden="true"
        className={className}
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {children}
      </svg>
    );
  };

export const MoonIcon = icon(<path d="M13 9.6A5.5 5.5 0 1 1 6.4 3a4.4 4.4 0 0 0 6.6 6.6Z" />);
export const SunIcon = icon(
  <>
    <circle cx="8" cy="8" r="2.8" />
    <path d="M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9" />
  </>,
);
export const SystemIcon = icon(
  <>
    <circle cx="8" cy="8" r="5.6" />
    <path d="M8 2.4a5.6 5.6 0 0 1 0 11.2Z" fill="currentColor" stroke="none" />
  </>,
);
export const CheckIcon = icon(<path d="m3.2 8.4 3.1 3.1 6.5-7" />);
export const CrossIcon = icon(<path d="m4 4 8 8M12 4l-8 8" />);
export const AskIcon = icon(
  <path d="M5.4 6a2.6 2.6 0 1 1 3.900 2.300C8.400 8.800 8 9.300 8 10.200M8 12.700v.1" />,
);
export const RemarkIcon = icon(
  <>
    <path d="M8 2.2 14.4 13H1.6Z" />
    <path d="M8 6.4v3M8 11.2v.1" />
  </>,
);
export const PersonIcon = icon(
  <>
    <circle cx="8" cy="5.4" r="2.7" />
    <path d="M2.8 13.8a5.3 5.3 0 0 1 10.4 0" />
  </>,
);
export const DashIcon = icon(<path d="M4 8h8" />);
export const StarIcon = icon(
  <path d="m8 2 1.800 3.900 4.200.500-3.100 2.900.800 4.200L8 11.400l-3.700 2.100.800-4.200L2 6.400l4.200-.500Z" />,
);
export const NearIcon = icon(<path d="M2.500 9c1.800-3 3.700-3 5.500-1s3.700 2 5.500-1" />);
export const OffIcon = icon(<path d="M3.500 6h9M3.500 10h9M10.500 2.800l-5 10.400" />);
export const FlagIcon = icon(<path d="M3.5 14V2.5h8.6l-2 3 2 3H3.5" />);
export const LeftIcon = icon(<path d="M10 3 5 8l5 5" />);
export const RightIcon = icon(<path d="m6 3 5 5-5 5" />);
export const DownIcon = icon(<path d="m3 6 5 5 5-5" />);
export const MovedIcon = icon(<path d="M2.5 5.5h9M9 2.5l3 3-3 3M13.5 11h-9" />);
export const UndoIcon = icon(<path d="M6 3 2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7" />);
export const GripIcon = icon(
  <>
    <path d="M6 3.5v.1M10 3.5v.1M6 8v.1M10 8v.1M6 12.5v.1M10 12.5v.1" strokeWidth="2.2" />
  </>,
);
export const CalendarIcon = icon(<path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3" />);
export const PauseIcon = icon(<path d="M5.5 3.5v9M10.5 3.5v9" />);
export const RepeatIcon = icon(
  <path d="M3 7V6a2 2 0 0 1 2-2h7M10 2l2 2-2 2M13 9v1a2 2 0 0 1-2 2H4M6 14l-2-2 2-2" />,
);
export const HeartIcon = icon(<path d="M8 13.5S2 10 2 6a3 3 0 0 1 6-1 3 3 0 0 1 6 1c0 4-6 7.500-6 7.500Z" />);
export const RouteIcon = icon(<path d="M3 13c6 0 4-10 10-10M10.500 1 13 3l-2.500 2" />);
export const HistoryIcon = icon(
  <path d="M2.800 6.500A5.500 5.500 0 1 1 2.500 9M2.500 3v3.500H6M8 5v3.200l2 1.300" />,
);
