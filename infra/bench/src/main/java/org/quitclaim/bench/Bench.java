package org.quitclaim.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures the rows that are asked for, all of them by default. See docs/benchmarks.md. */
public final class Bench {
    private static final List<Row> ROWS = List.of(
            new AppendsRow(),
            new RebuildRow(),
            new DocumentsRow(),
            new MatchRow(),
            new FacesRow(),
            new StartRow(),
            new HistoryRow(),
            new LogRow(),
            new EpochsRow(),
            new KeysRow(),
            new WithdrawalRow(),
            new RemnantRow(),
            new VerdictsRow());

    private Bench() {}

    @SuppressWarnings("SystemOut") // a command line speaks on standard output
    public static void main(String[] arguments) throws Exception {
        List<String> names = ROWS.stream().map(Row::name).toList();
        Path work = Files.createTempDirectory("quitclaim-bench");
        Setting setting = Setting.parse(List.of(arguments), names, work);
        System.setProperty("quitclaim.models", setting.models().toString());
        Report report = new Report(System.out);
        Machine.describe(report);
        for (String name : setting.rows()) {
            Row row = ROWS.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("rows: " + names));
            report.begin(name);
            row.measure(setting, report);
        }
        System.exit(0); // not every library's threads are daemons
    }
}
