import { EXIT_CODES_HELP } from "./exit-codes.ts";

export const PROGRAM_HELP = `
Examples:
  strideiq plan --race marathon --on 2027-04-18 --result half_marathon:1:38:20 \\
    --weekly-km 55 --longest-km 18 --days 5 --off mon
  strideiq plan --race marathon --weeks 18 --tier mid
  strideiq check plan.json
  strideiq explain plan.json --date 2027-03-03
  strideiq replan plan.json --from 2027-01-11 --swap 2027-01-12:2027-01-14
  strideiq import run.fit --plan plan.json
  strideiq standard --out plans
  strideiq --server https://plans.example.org plans

strideiq <command> --help explains a command.
${EXIT_CODES_HELP}`;

export const PLAN_HELP = `
Examples:
  A marathon, with all that a coach would ask:
    strideiq plan --race marathon --on 2027-04-18 --result half_marathon:1:38:20 \\
      --weekly-km 55 --longest-km 18 --days 5 --off mon --limit tue=45min

  A standard plan that starts next week:
    strideiq plan --race 10k --weeks 12 --tier low

  The same in one line a session, to compare with another or to report a fault:
    strideiq plan --race 10k --weeks 12 --tier low --format notation

  By effort, in miles, into a file:
    strideiq plan --race half --on 2027-04-18 --weekly-mi 20 --days 4 --out half.json
`;

export const EXPLAIN_HELP = `
Examples:
  strideiq explain plan.json --date 2027-03-03
  strideiq explain plan.json --date 2027-03-03 --units mi
  strideiq plan --race 5k --weeks 8 --tier low --format json | strideiq explain - --date 2027-01-12
`;

export const CHECK_HELP = `
Examples:
  strideiq check plan.json
  strideiq check plans/*.json --format json
  strideiq check plan.json --choose s012=b,s020=b
  strideiq plan --race 5k --weeks 8 --tier low --format json | strideiq check -
`;

export const REPLAN_HELP = `
Examples:
  strideiq replan plan.json --from 2027-01-11 --move s012:2027-01-14 --out plan.json
  strideiq replan plan.json --from 2027-01-11 --block 2027-02-01..2027-02-04
  strideiq replan plan.json --from 2027-01-11 --pause 2027-02-01..2027-02-10 --race-date 2027-04-25
  strideiq replan plan.json --from 2027-01-11 --long-run-day sat
  strideiq replan plan.json --from 2027-01-11 --ill 2027-01-09..2027-01-13 --out plan.json
  strideiq replan plan.json --from 2027-01-11 --done done.json --format json | strideiq check -
  strideiq --server https://plans.example.org replan 0190a0e0-0000-7000-8000-000000000001 \\
    --move s012:2027-01-14 --what-if
`;

export const PLANS_HELP = `
Examples:
  STRIDEIQ_API_KEY=... strideiq --server https://plans.example.org plans
  strideiq --server http://localhost:4747 --key-file ~/.strideiq-key plans --format json
`;

export const SHOW_HELP = `
Examples:
  strideiq --server https://plans.example.org show 0190a0e0-0000-7000-8000-000000000001
  strideiq show plan.json --units mi
`;

export const CHECK_CONFIG_HELP = `
Examples:
  strideiq check-config
  strideiq --config my-config check-config
`;

export const STANDARD_HELP = `
Examples:
  strideiq standard --out plans
  strideiq standard --out plans --on 2027-10-31 --units mi
`;
