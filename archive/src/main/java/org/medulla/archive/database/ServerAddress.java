package org.medulla.archive.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.medulla.cytology.job.MedullaException;

/**
 * Where a PostgreSQL database is and as whom to go there.
 *
 * @param place host, port, database and settings of the driver, as they stand in an address: {@code host:5432/database?sslmode=require}
 * @param user as whom
 * @param password by which; none where the server trusts the user
 */
record ServerAddress(String place, String user, Optional<String> password) {
    /** How an address of PostgreSQL begins. */
    static final String SCHEME = "postgresql://";

    /**
     * Reads an address; what it does not say of user and password comes from PGUSER and PGPASSWORD.
     *
     * @throws MedullaException USER when it is no address
     */
    static ServerAddress parse(String address, Map<String, String> environment) {
        URI uri = uri(address);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        if (!address.startsWith(SCHEME) || uri.getHost() == null || path.length() < 2) {
            throw wrong(uri.getHost() == null ? "an address without a host" : address.replaceFirst("//[^@/]*@", "//"));
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String settings = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String[] person = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new ServerAddress(
                uri.getHost() + port + path + settings,
                part(person, 0)
                        .or(() -> Optional.ofNullable(environment.get("PGUSER")))
                        .orElseGet(() -> System.getProperty("user.name")),
                part(person, 1).or(() -> Optional.ofNullable(environment.get("PGPASSWORD"))));
    }

    /** The address for the driver. */
    String forDriver() {
        return "jdbc:" + SCHEME + place;
    }

    /** What the driver needs to know beside the address. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        password.ifPresent(secret -> properties.setProperty("password", secret));
        return properties;
    }

    /** The address as it may be shown: without the password. */
    @Override
    public String toString() {
        return SCHEME + user + "@" + place;
    }

    private static Optional<String> part(String[] person, int index) {
        return person.length > index && !person[index].isEmpty()
                ? Optional.of(URLDecoder.decode(person[index].replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw wrong(
                    "an address with signs that do not belong there (those of a password are written as %40 for @)");
        }
    }

    // Never with what stands before the @, which may be a password.
    private static MedullaException wrong(@Nullable String what) {
        return MedullaException.user("--archive names " + what + ": it is " + SCHEME
                + "USER@HOST:PORT/DATABASE, or is left out for the database in the home.");
    }
}
