package org.medulla.archive.search;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.medulla.archive.database.Sql;
import org.medulla.cytology.nomenclature.Nomenclature;

/** Reads a catalogue from the database, and brings single cells of it up to date. */
final class CatalogueLoader {
    private static final String SIZE = Sql.of(CatalogueLoader.class, "size");
    private static final String CELLS = Sql.of(CatalogueLoader.class, "cells");
    private static final String READINGS = Sql.of(CatalogueLoader.class, "readings");
    private static final String DISPUTED = Sql.of(CatalogueLoader.class, "disputed");
    private static final String DATASETS = Sql.of(CatalogueLoader.class, "datasets");
    private static final String SPLITS = Sql.of(CatalogueLoader.class, "splits");
    private static final String PREDICTIONS = Sql.of(CatalogueLoader.class, "predictions");
    private static final String CLASS_OF = Sql.of(CatalogueLoader.class, "class-of");
    private static final String READINGS_OF = Sql.of(CatalogueLoader.class, "readings-of");
    private static final String DISPUTED_OF = Sql.of(CatalogueLoader.class, "disputed-of");

    private final Handle handle;

    CatalogueLoader(Handle handle) {
        this.handle = handle;
    }

    Catalogue load(Nomenclature nomenclature) {
        Catalogue catalogue =
                new Catalogue(handle.createQuery(SIZE).mapTo(Integer.class).one(), nomenclature);
        each(CELLS, row -> {
            int cell = cell(row);
            catalogue.setClass(cell, row.getString("class_code"));
            catalogue.set(cell, Facet.SOURCE, row.getString("source"));
            catalogue.set(cell, Facet.PATIENT, orEmpty(row.getString("patient")));
            catalogue.set(cell, Facet.SMEAR, orEmpty(row.getString("smear")));
            catalogue.set(cell, Facet.DIAGNOSIS, orEmpty(row.getString("diagnosis")));
            catalogue.set(cell, Facet.STAIN, orEmpty(row.getString("stain")));
            catalogue.set(cell, Facet.SCANNER, orEmpty(row.getString("scanner")));
            catalogue.set(cell, Facet.DISPUTED, row.getInt("contradicted") != 0 ? "yes" : "no");
            catalogue.set(cell, Facet.DATE, day(row.getString("imported")));
        });
        each(READINGS, row -> reading(catalogue, row));
        each(DISPUTED, row -> catalogue.set(cell(row), Facet.DISPUTED, "yes"));
        each(DATASETS, row -> catalogue.set(cell(row), Facet.DATASET, row.getString("name")));
        each(SPLITS, row -> catalogue.set(cell(row), Facet.SPLIT, row.getString("name") + "/" + row.getInt("fold")));
        each(PREDICTIONS, row -> {
            catalogue.set(cell(row), Facet.PREDICTION, row.getString("class_code"));
            catalogue.set(cell(row), Facet.CONFIDENCE, (float) row.getDouble("probability"));
        });
        return catalogue;
    }

    /** Brings the class and the readings of some cells up to date. */
    void refresh(Catalogue catalogue, Collection<Long> cells) {
        for (long cell : cells) {
            eachOf(CLASS_OF, cell, row -> catalogue.setClass(cell(row), row.getString("class_code")));
            eachOf(READINGS_OF, cell, row -> reading(catalogue, row));
            eachOf(DISPUTED_OF, cell, row -> catalogue.set(cell(row), Facet.DISPUTED, "yes"));
        }
        catalogue.changed();
    }

    private static void reading(Catalogue catalogue, ResultSet row) throws SQLException {
        catalogue.set(cell(row), Facet.READER, row.getString("reader"));
        String certainty = orEmpty(row.getString("certainty"));
        if (!certainty.isEmpty()) {
            catalogue.set(cell(row), Facet.CERTAINTY, certainty);
        }
    }

    private static int cell(ResultSet row) throws SQLException {
        return Math.toIntExact(row.getLong("cell_id") - 1);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static float day(String instant) {
        return LocalDate.parse(instant.substring(0, "2026-11-24".length())).toEpochDay();
    }

    // Through JDBC itself: a million rows take Jdbi several times as long.
    private void each(String sql, Reader reader) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            read(statement, reader);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private void eachOf(String sql, long cell, Reader reader) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            statement.setLong(1, cell);
            read(statement, reader);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static void read(PreparedStatement statement, Reader reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }
}
