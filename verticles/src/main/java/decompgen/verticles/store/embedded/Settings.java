package decompgen.verticles.store.embedded;

/**
 * PostgreSQL's settings, written anew before each start. Durable (what was committed survives kill
 * -9 and power loss), small (about 100 MB with ten connections), reachable from this machine alone.
 */
record Settings(int port) {
  /**
   * Connections that the server may take, five for tools and for the previous server's, which
   * linger a moment.
   */
  static final int CONNECTIONS = 30;

  String text() {
    return """
    # Written by the server before each start; changes made here are lost.
    listen_addresses = '127.0.0.1'
    port = %d
    # A socket's path may have 107 bytes, and a data folder's is often longer.
    unix_socket_directories = ''
    max_connections = %d
    password_encryption = 'scram-sha-256'
    tcp_keepalives_idle = 30

    fsync = on
    synchronous_commit = on
    full_page_writes = on
    wal_level = minimal
    max_wal_senders = 0
    max_wal_size = 256MB
    min_wal_size = 32MB

    shared_buffers = 64MB
    work_mem = 4MB
    maintenance_work_mem = 32MB
    huge_pages = off
    # Workers would be processes of their own that wait for work which is not there.
    io_method = 'sync'
    max_worker_processes = 2
    max_parallel_workers = 0
    max_parallel_workers_per_gather = 0
    max_logical_replication_workers = 0
    autovacuum_worker_slots = 2
    autovacuum_max_workers = 2
    jit = off

    # Errors go to the client, which tells them; the file keeps starts, stops and crashes.
    log_min_messages = 'log'
    log_checkpoints = off
    log_line_prefix = '%%m [%%p] '
    log_timezone = 'UTC'
    timezone = 'UTC'
    """
        .formatted(port, CONNECTIONS);
  }
}
